import { FileTreeRow } from './FileTreeRow';

export type TreeMove =
  { type: 'focus'; id: string } | { type: 'open' } | { type: 'close' };

/** What a key does in a tree, after the ARIA tree pattern. */
export function moveInTree(
  rows: readonly FileTreeRow[],
  row: FileTreeRow,
  key: string,
  options: { closed: ReadonlySet<string>; isRightToLeft: boolean },
): TreeMove | undefined {
  const index = rows.indexOf(row);
  const focus = (target: FileTreeRow | undefined): TreeMove | undefined =>
    target && { type: 'focus', id: target.id };
  const inward = options.isRightToLeft ? 'ArrowLeft' : 'ArrowRight';
  const outward = options.isRightToLeft ? 'ArrowRight' : 'ArrowLeft';
  const isOpenFolder = row.type === 'folder' && !options.closed.has(row.id);

  switch (key) {
    case 'ArrowDown':
      return focus(rows[index + 1]);
    case 'ArrowUp':
      return focus(rows[index - 1]);
    case 'Home':
      return focus(rows[0]);
    case 'End':
      return focus(rows.at(-1));
    case inward:
      if (row.type === 'file') {
        return undefined;
      }
      return isOpenFolder ? focus(rows[index + 1]) : { type: 'open' };
    case outward:
      return isOpenFolder
        ? { type: 'close' }
        : focus(rows.find(candidate => candidate.id === row.parent));
    default:
      return undefined;
  }
}
