import type { SnapshotFile } from '@internal/gitops-model';
import {
  type BlobTexts,
  checkLimits,
  type CommitReading,
  isRead,
  modeOf,
  toReading,
} from './CommitReading';
import { GitError } from './GitError';
import { readBlobs } from './readBlobs';
import { type GitOptions, runGit } from './runGit';

/**
 * The snapshot of one commit in a bare repository, read whole or not at all.
 * Blobs in `known` are not read again.
 */
export async function readCommit(
  commit: string,
  options: {
    git: Pick<GitOptions, 'directory' | 'signal' | 'offline'>;
    known: BlobTexts;
    maxFileBytes: number;
  },
): Promise<CommitReading> {
  const { git, known, maxFileBytes } = options;
  const files = parseTree(
    await runGit(['ls-tree', '-r', '-z', '--long', '--full-tree', commit], git),
  );
  const wanted = new Map<string, number>();
  for (const file of files.values()) {
    if (isRead(file, maxFileBytes)) wanted.set(file.oid, file.size);
  }
  const bytes = [...wanted.values()].reduce((sum, size) => sum + size, 0);
  checkLimits(commit, { files, bytes });

  const missing = [...wanted.keys()].filter(oid => !known.has(oid));
  const read = await readBlobs(missing, { git, maxFileBytes });
  const texts = new Map<string, string | undefined>();
  for (const oid of wanted.keys()) {
    const blob = read.get(oid);
    texts.set(oid, blob ? blob.text : known.get(oid));
  }
  return toReading(commit, { files, texts, bytes });
}

function parseTree(output: Buffer): Map<string, SnapshotFile> {
  const files = new Map<string, SnapshotFile>();
  for (const entry of output.toString('utf8').split('\0')) {
    const [, mode, oid, size, path] =
      /^(\d{6}) \w+ ([0-9a-f]+) +(\d+|-|BAD)\t(.+)$/s.exec(entry) ?? [];
    // Git's word for the size of what it does not have.
    if (size === 'BAD') throw new GitError(`the mirror lacks the blob ${oid}`);
    if (path === undefined || path.includes('\uFFFD')) continue;
    files.set(path, {
      oid,
      size: size === '-' ? 0 : Number(size),
      mode: modeOf(mode),
    });
  }
  return files;
}
