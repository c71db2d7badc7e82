import { unsafeCharacters } from './unsafeCharacters';

const longest = 60;

/** A value as a sentence can show it: short, and without unseen characters. */
export function quoteValue(value: string): string {
  const seen = value.replace(unsafeCharacters, '\uFFFD').replace(/\s/g, ' ');
  const points = [...seen];
  return points.length > longest
    ? `“${points.slice(0, longest).join('')}…”`
    : `“${seen}”`;
}
