import type { FileEdit } from '../plan/Plan';
import { createSnapshot } from './createSnapshot';
import type { RepositorySnapshot } from './RepositorySnapshot';

/**
 * The snapshot with these edits done; it keeps the commit it started from.
 * The edits are trusted to fit the snapshot, as those of its own plan do.
 */
export function applyEdits(
  snapshot: RepositorySnapshot,
  edits: readonly FileEdit[],
): RepositorySnapshot {
  const written: Record<string, string> = {};
  const deleted = new Set<string>();
  for (const edit of edits) {
    if (edit.kind === 'delete') deleted.add(edit.path);
    else written[edit.path] = edit.after;
  }
  const overlay = createSnapshot({ commit: snapshot.commit, files: written });
  const files = new Map([...snapshot.files, ...overlay.files]);
  for (const path of deleted) files.delete(path);
  return {
    commit: snapshot.commit,
    files,
    readText(path) {
      if (!files.has(path)) return undefined;
      return overlay.files.has(path)
        ? overlay.readText(path)
        : snapshot.readText(path);
    },
  };
}
