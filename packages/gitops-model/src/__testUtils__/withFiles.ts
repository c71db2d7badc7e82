import { createSnapshot } from '../snapshot/createSnapshot';
import type { RepositorySnapshot } from '../snapshot/RepositorySnapshot';
import { textsOf } from './textsOf';

/** Other files in the place of those of a snapshot, or besides them. */
export function withFiles(
  snapshot: RepositorySnapshot,
  change: (texts: Record<string, string>) => Record<string, string>,
): RepositorySnapshot {
  const texts = textsOf(snapshot);
  return createSnapshot({
    commit: snapshot.commit,
    files: { ...texts, ...change(texts) },
  });
}
