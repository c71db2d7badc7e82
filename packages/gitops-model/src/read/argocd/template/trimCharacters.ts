/** A text without those characters at its start and end. */
export function trimCharacters(text: string, cutset: string): string {
  const cut = new Set(cutset);
  let [start, end] = [0, text.length];
  while (start < end && cut.has(text[start])) start += 1;
  while (end > start && cut.has(text[end - 1])) end -= 1;
  return text.slice(start, end);
}
