import type { HclMap } from './readHclMap';
import { readHclTokens } from './readHclTokens';
import { restOfLine } from './restOfLine';

/**
 * Takes an entry out of a map of an HCL file: with its line where it has one of
 * its own, otherwise with the comma that sets it apart. Every other byte stays.
 */
export function removeHclEntry(text: string, map: HclMap, key: string): string {
  const at = map.entries.findIndex(entry => entry.key === key);
  if (at === -1) return text;
  const { start, end } = map.entries[at];
  const line = text.lastIndexOf('\n', start - 1) + 1;
  const rest = restOfLine.exec(text.slice(end));
  const [from, to] =
    rest && text.slice(line, start).trim() === ''
      ? [line, end + rest[0].length]
      : slotOf(text, map, at);
  return `${text.slice(0, from)}${text.slice(to)}`;
}

/** From where to where an entry stands on a line that it shares. */
function slotOf(
  text: string,
  { open, close, entries }: HclMap,
  at: number,
): [number, number] {
  const { start, end } = entries[at];
  const before = entries[at - 1]?.end ?? open;
  const mark = readHclTokens(text.slice(before, start)).at(-1);
  if (mark?.text === ',') {
    const comma = before + mark.start;
    const isBlank = text.slice(before, comma).trim() === '';
    return [isBlank ? before : comma, end];
  }
  const after = entries[at + 1]?.start ?? close;
  const [next] = readHclTokens(text.slice(end, after));
  const last = next?.text === ',' ? end + next.end : end;
  const isFirst = text.slice(before, start).trim() === '' && !mark;
  const isOnly = entries.length === 1 && text.slice(last, close).trim() === '';
  if (isFirst) return [before, isOnly ? close : last];
  return [start, last + text.slice(last).search(/[^ \t]/)];
}
