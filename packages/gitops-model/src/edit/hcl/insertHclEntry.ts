import { emitHclKey, emitHclString } from './emitHcl';
import type { HclMap } from './readHclMap';
import { restOfLine } from './restOfLine';

/**
 * Puts an entry into a map of an HCL file: into its place where the map is
 * sorted, otherwise at the end, written as its neighbour is. Every byte that is
 * there stays.
 *
 * @param value - the value as it is to be written
 */
export function insertHclEntry(
  text: string,
  map: HclMap,
  key: string,
  value: string,
): string {
  const at = placeOf(key, map);
  const before = map.entries.at(at - 1);
  const previous = at === 0 ? undefined : before;
  const neighbour = previous ?? map.entries.at(0);
  const from = previous?.end ?? map.open;
  const quotes =
    neighbour?.isQuoted && emitHclKey(neighbour.key) === neighbour.key;
  const written = quotes ? emitHclString(key) : emitHclKey(key);
  const rest = restOfLine.exec(text.slice(from));
  if (!rest) {
    const entry = `${written} = ${value}`;
    if (previous) return splice(text, from, from, `, ${entry}`);
    return neighbour
      ? splice(text, from, from, ` ${entry},`)
      : splice(text, from, map.close, ` ${entry} `);
  }
  const isSeparated = previous
    ? rest[1] !== undefined
    : neighbour && /^[ \t]*,/.test(text.slice(neighbour.end));
  const width = neighbour ? neighbour.sign - neighbour.start - 1 : 0;
  const line = [
    indentAt(text, neighbour?.start, map),
    written.padEnd(width),
    ` = ${value}`,
    isSeparated ? ',' : '',
    text.includes('\r\n') ? '\r\n' : '\n',
  ].join('');
  const start = from + rest[0].length;
  return splice(text, start, start, line);
}

function placeOf(key: string, { entries }: HclMap): number {
  const isSorted =
    entries.length > 1 &&
    entries.every((entry, at) => at === 0 || entries[at - 1].key < entry.key);
  const place = isSorted ? entries.findIndex(entry => entry.key > key) : -1;
  return place === -1 ? entries.length : place;
}

function indentAt(
  text: string,
  neighbour: number | undefined,
  { close }: HclMap,
): string {
  const start = neighbour ?? close;
  const line = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  const indent = /^[ \t]*/.exec(line)?.[0] ?? '';
  return neighbour !== undefined && indent === line ? indent : `${indent}  `;
}

function splice(text: string, from: number, to: number, by: string): string {
  return `${text.slice(0, from)}${by}${text.slice(to)}`;
}
