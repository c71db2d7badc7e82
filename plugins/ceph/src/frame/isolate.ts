/** Keeps a part of a sentence in its own direction: names and numbers between Arabic words. */
export function isolate(text: string): string {
  return `\u2068${text}\u2069`;
}
