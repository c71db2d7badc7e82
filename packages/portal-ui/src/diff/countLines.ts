import { DiffRow } from './DiffRow';

export interface LineCounts {
  added: number;
  removed: number;
}

/** How many lines a diff adds and removes. */
export function countLines(rows: readonly DiffRow[]): LineCounts {
  return {
    added: rows.filter(row => row.kind === 'added').length,
    removed: rows.filter(row => row.kind === 'removed').length,
  };
}
