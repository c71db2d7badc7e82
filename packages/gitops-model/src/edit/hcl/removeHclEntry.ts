import type { HclMap, HclMapEntry } from './readHclMap';

/** Takes an entry out of a map of an HCL file, with its line where it has one of its own; every other byte stays. */
export function removeHclEntry(
  text: string,
  { open, close, entries }: HclMap,
  entry: HclMapEntry,
): string {
  const line = text.lastIndexOf('\n', entry.start - 1) + 1;
  const rest = /^[ \t]*,?[ \t]*(?:(?:#|\/\/)[^\n]*)?\r?\n/.exec(
    text.slice(entry.end),
  );
  if (rest && text.slice(line, entry.start).trim() === '') {
    return `${text.slice(0, line)}${text.slice(entry.end + rest[0].length)}`;
  }
  const at = entries.indexOf(entry);
  if (at > 0) {
    return `${text.slice(0, entries[at - 1].end)}${text.slice(entry.end)}`;
  }
  const comma = /^[ \t]*,/.exec(text.slice(entry.end))?.[0] ?? '';
  const end = entries.length === 1 ? close : entry.end + comma.length;
  return `${text.slice(0, open)}${text.slice(end)}`;
}
