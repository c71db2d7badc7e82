/** A number from 0 up to, but not, 1 that the words always give. */
export function toFraction(...words: (string | number)[]): number {
  let value = 2166136261;
  for (const character of words.join('/')) {
    value = Math.imul(value ^ character.charCodeAt(0), 16777619);
  }
  value ^= value >>> 15;
  value = Math.imul(value, 2246822507);
  value ^= value >>> 13;
  return (value >>> 0) / 2 ** 32;
}
