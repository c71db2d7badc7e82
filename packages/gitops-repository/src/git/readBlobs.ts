import { decodeText } from '@internal/gitops-model';
import { GitError } from './GitError';
import { type GitOptions, runGit } from './runGit';

export interface Blob {
  size: number;
  /** `undefined` for what is not UTF-8, or too large. */
  text: string | undefined;
}

/** Blobs by their ids. Of those that are too large nothing but the size is kept. */
export async function readBlobs(
  oids: readonly string[],
  {
    git,
    maxFileBytes,
  }: {
    git: Pick<GitOptions, 'directory' | 'signal' | 'offline'>;
    maxFileBytes: number;
  },
): Promise<Map<string, Blob>> {
  const blobs = new Map<string, Blob>();
  if (oids.length === 0) return blobs;
  const open = [...oids].reverse();
  let kept: Buffer[] = [];
  let header = '';
  /** Of the blob that is being read, with the line break after it. */
  let size = 0;
  let left = 0;
  const take = (chunk: Buffer): Buffer => {
    if (left === 0) {
      const end = chunk.indexOf(0x0a);
      header += chunk.toString('latin1', 0, end < 0 ? undefined : end);
      if (end < 0) return chunk.subarray(chunk.length);
      size = sizeOf(header, open[open.length - 1]);
      left = size + 1;
      header = '';
      return chunk.subarray(end + 1);
    }
    const part = chunk.subarray(0, left);
    if (size <= maxFileBytes) kept.push(part);
    left -= part.length;
    if (left === 0) {
      const oid = open.pop() ?? '';
      const text =
        size <= maxFileBytes
          ? decodeText(Buffer.concat(kept).subarray(0, size))
          : undefined;
      blobs.set(oid, { size, text });
      kept = [];
    }
    return chunk.subarray(part.length);
  };
  let problem: unknown;
  await runGit(['cat-file', '--batch'], {
    ...git,
    input: `${oids.join('\n')}\n`,
    onOutput: chunk => {
      try {
        let rest = chunk;
        while (!problem && rest.length > 0) rest = take(rest);
      } catch (error) {
        problem = error;
      }
    },
  });
  if (problem) throw problem;
  if (open.length > 0) {
    throw new GitError(`the mirror lacks the blob ${open[open.length - 1]}`);
  }
  return blobs;
}

function sizeOf(header: string, oid: string | undefined): number {
  const [, named, size] = /^([0-9a-f]+) blob (\d+)$/.exec(header) ?? [];
  if (named !== oid) throw new GitError(`the mirror lacks the blob ${oid}`);
  return Number(size);
}
