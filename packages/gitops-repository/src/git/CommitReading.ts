import type { RepositorySnapshot, SnapshotFile } from '@internal/gitops-model';
import { EmptyTreeError } from './EmptyTreeError';
import { GitError } from './GitError';

/** More than any GitOps repository holds, and little enough for memory. */
const maxFiles = 100_000;
const maxTotalBytes = 256 * 1024 * 1024;

/** Texts by blob id; `undefined` for what is not UTF-8. */
export type BlobTexts = ReadonlyMap<string, string | undefined>;

type Files = ReadonlyMap<string, SnapshotFile>;

/** A commit that was read whole. */
export interface CommitReading {
  snapshot: RepositorySnapshot;
  /** Of its regular files that are not too large. */
  texts: BlobTexts;
  /** What these weigh, each blob once. */
  bytes: number;
}

export function toReading(
  commit: string,
  { files, texts, bytes }: { files: Files; texts: BlobTexts; bytes: number },
): CommitReading {
  return {
    snapshot: {
      commit,
      files,
      readText(path) {
        const file = files.get(path);
        // A link's blob may equal a file's; its text is a path all the same.
        if (file?.mode !== 'file' && file?.mode !== 'executable') {
          return undefined;
        }
        return texts.get(file.oid);
      },
    },
    texts,
    bytes,
  };
}

/** Whether the text of a file is part of a reading. */
export function isRead(
  { mode, size }: SnapshotFile,
  maxFileBytes: number,
): boolean {
  return (mode === 'file' || mode === 'executable') && size <= maxFileBytes;
}

export function modeOf(mode: string): SnapshotFile['mode'] {
  if (mode === '120000') return 'symlink';
  if (mode === '160000') return 'submodule';
  return mode === '100755' ? 'executable' : 'file';
}

/** Throws where a tree is empty, or larger than can be held. */
export function checkLimits(
  commit: string,
  { files, bytes }: { files: Files; bytes: number },
): void {
  if (files.size === 0) throw new EmptyTreeError(`${commit} holds no file`);
  if (files.size > maxFiles) {
    throw new GitError(`the tree holds more than ${maxFiles} files`);
  }
  if (bytes > maxTotalBytes) {
    throw new GitError(`the tree holds more than ${maxTotalBytes} bytes`);
  }
}
