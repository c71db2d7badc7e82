import { DiffRow } from './DiffRow';
import { FileChange } from './FileChange';

/** Lines that are drawn without being asked for; a page stays quick with it. */
const budget = 2000;

/** Paths of the first files whose diffs fit the budget together. */
export function openWithinBudget(
  files: readonly { change: FileChange; rows: readonly DiffRow[] }[],
): ReadonlySet<string> {
  const open = new Set<string>();
  let spent = 0;
  for (const { change, rows } of files) {
    spent += Math.min(rows.length, budget / 2);
    if (spent > budget) {
      break;
    }
    open.add(change.path);
  }
  return open;
}
