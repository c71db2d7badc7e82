import type { FileEdit } from '../../plan/Plan';
import type { RepositorySnapshot } from '../../snapshot/RepositorySnapshot';

/** How one snapshot becomes the other, as far as files are text that is read. */
export function editsBetween(
  before: RepositorySnapshot,
  after: RepositorySnapshot,
): FileEdit[] {
  const paths = new Set([...before.files.keys(), ...after.files.keys()]);
  return [...paths].sort().flatMap(path => {
    if (before.files.get(path)?.oid === after.files.get(path)?.oid) return [];
    const edit = editOf(path, before.readText(path), after.readText(path));
    return edit ? [edit] : [];
  });
}

function editOf(
  path: string,
  before: string | undefined,
  after: string | undefined,
): FileEdit | undefined {
  if (after === undefined) {
    return before === undefined ? undefined : { kind: 'delete', path, before };
  }
  return before === undefined
    ? { kind: 'create', path, after }
    : { kind: 'change', path, before, after };
}
