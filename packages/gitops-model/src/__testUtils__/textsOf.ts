import type { RepositorySnapshot } from '../snapshot/RepositorySnapshot';

/** All files of a snapshot by path, sorted. */
export function textsOf({
  files,
  readText,
}: Pick<RepositorySnapshot, 'files' | 'readText'>): Record<string, string> {
  return Object.fromEntries(
    [...files.keys()].sort().map(path => [path, readText(path) ?? '']),
  );
}
