/** The texts of a file's documents, each with the `---` before it; joined they are the file. */
export function splitDocuments(text: string): string[] {
  const parts = text.split(/^(?=---(?:[ \t\r]|$))/m);
  const [first, second, ...others] = parts;
  // What stands before the first `---` is a document only where it says something.
  const isBlank = /^(?:[ \t]*(?:#[^\r\n]*)?\r?\n)*$/.test(first);
  return second !== undefined && isBlank
    ? [`${first}${second}`, ...others]
    : parts;
}
