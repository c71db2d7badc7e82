import { DiffRow } from './DiffRow';

/** Neighbouring rows of a diff; folded ones are unchanged and out of the way. */
export interface DiffSection {
  folded: boolean;
  rows: DiffRow[];
}

/** A fold must save at least this many lines to be worth a click. */
const smallestFold = 4;

/** Cuts a diff so that `context` unchanged lines stay around every change. */
export function foldContext(
  rows: readonly DiffRow[],
  context: number,
): DiffSection[] {
  const near = new Array<boolean>(rows.length).fill(false);
  rows.forEach((row, index) => {
    if (row.kind !== 'context') {
      const last = Math.min(rows.length - 1, index + context);
      for (let i = Math.max(0, index - context); i <= last; i++) {
        near[i] = true;
      }
    }
  });

  const sections: DiffSection[] = [];
  rows.forEach((row, index) => {
    const folded = !near[index];
    const section = sections.at(-1);
    if (section?.folded === folded) {
      section.rows.push(row);
    } else {
      sections.push({ folded, rows: [row] });
    }
  });
  return sections.map(section => ({
    ...section,
    folded: section.folded && section.rows.length >= smallestFold,
  }));
}
