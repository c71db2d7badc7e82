import {
  decodeText,
  type RepositorySnapshot,
  type SnapshotFile,
} from '@internal/gitops-model';
import { EmptyTreeError } from './EmptyTreeError';
import { GitError } from './GitError';
import { type GitOptions, runGit } from './runGit';

/** More than any GitOps repository holds, and little enough for memory. */
const maxFiles = 100_000;
const maxTotalBytes = 256 * 1024 * 1024;

/** Texts by blob id; `undefined` for what is not UTF-8. */
export type BlobTexts = ReadonlyMap<string, string | undefined>;

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
): Promise<{ snapshot: RepositorySnapshot; texts: BlobTexts }> {
  const { git, known, maxFileBytes } = options;
  const files = parseTree(
    await runGit(['ls-tree', '-r', '-z', '--long', '--full-tree', commit], git),
  );
  if (files.size === 0) throw new EmptyTreeError(`${commit} holds no file`);
  if (files.size > maxFiles) {
    throw new GitError(`the tree holds more than ${maxFiles} files`);
  }

  const wanted = new Map<string, number>();
  for (const { oid, size, mode } of files.values()) {
    if ((mode === 'file' || mode === 'executable') && size <= maxFileBytes) {
      wanted.set(oid, size);
    }
  }
  const total = [...wanted.values()].reduce((sum, size) => sum + size, 0);
  if (total > maxTotalBytes) {
    throw new GitError(`the tree holds more than ${maxTotalBytes} bytes`);
  }

  const missing = [...wanted.keys()].filter(oid => !known.has(oid));
  const read = await readBlobs(missing, git);
  const texts = new Map<string, string | undefined>();
  for (const oid of wanted.keys()) {
    texts.set(oid, read.has(oid) ? read.get(oid) : known.get(oid));
  }
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
  };
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

function modeOf(mode: string): SnapshotFile['mode'] {
  if (mode === '120000') return 'symlink';
  if (mode === '160000') return 'submodule';
  return mode === '100755' ? 'executable' : 'file';
}

async function readBlobs(
  oids: readonly string[],
  git: Pick<GitOptions, 'directory' | 'signal' | 'offline'>,
): Promise<BlobTexts> {
  const texts = new Map<string, string | undefined>();
  if (oids.length === 0) return texts;
  const output = await runGit(['cat-file', '--batch'], {
    ...git,
    input: `${oids.join('\n')}\n`,
  });
  let offset = 0;
  for (const oid of oids) {
    const headerEnd = output.indexOf(0x0a, offset);
    const header = output.toString('utf8', offset, headerEnd);
    const size = /^([0-9a-f]+) blob (\d+)$/.exec(header);
    if (size?.[1] !== oid) {
      throw new GitError(`the mirror lacks the blob ${oid}`);
    }
    const start = headerEnd + 1;
    const end = start + Number(size[2]);
    texts.set(oid, decodeText(output.subarray(start, end)));
    offset = end + 1;
  }
  return texts;
}
