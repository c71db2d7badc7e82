import type { SnapshotFile } from '../../snapshot/RepositorySnapshot';

type Files = ReadonlyMap<string, SnapshotFile>;

/** What one snapshot has otherwise than another, by path. */
export interface Changes {
  /** Files whose content or kind is another one, also those that came or went. */
  contents: ReadonlySet<string>;
  added: readonly string[];
  removed: readonly string[];
}

/** Compares what Git says of the files, not their texts. */
export function compareFiles(before: Files, after: Files): Changes {
  const contents = new Set<string>();
  const added: string[] = [];
  const removed: string[] = [];
  for (const [path, file] of after) {
    const known = before.get(path);
    if (known === file) continue;
    if (!known) added.push(path);
    else if (known.oid === file.oid && known.mode === file.mode) continue;
    contents.add(path);
  }
  if (before.size + added.length !== after.size) {
    for (const path of before.keys()) {
      if (after.has(path)) continue;
      removed.push(path);
      contents.add(path);
    }
  }
  return { contents, added, removed };
}
