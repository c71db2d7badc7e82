import type { HclMap } from './readHclMap';

/** Takes an entry out of a map of an HCL file, with its line where it has one of its own; every other byte stays. */
export function removeHclEntry(
  text: string,
  { open, close, entries }: HclMap,
  key: string,
): string {
  const at = entries.findIndex(entry => entry.key === key);
  if (at === -1) return text;
  const { start, end } = entries[at];
  const line = text.lastIndexOf('\n', start - 1) + 1;
  const rest = /^[ \t]*,?[ \t]*(?:(?:#|\/\/)[^\n]*)?\r?\n/.exec(
    text.slice(end),
  );
  if (rest && text.slice(line, start).trim() === '') {
    return `${text.slice(0, line)}${text.slice(end + rest[0].length)}`;
  }
  if (at > 0) {
    return `${text.slice(0, entries[at - 1].end)}${text.slice(end)}`;
  }
  const comma = /^[ \t]*,/.exec(text.slice(end))?.[0] ?? '';
  const last = entries.length === 1 ? close : end + comma.length;
  return `${text.slice(0, open)}${text.slice(last)}`;
}
