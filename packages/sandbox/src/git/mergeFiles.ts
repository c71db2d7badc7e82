import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  findMergeBase,
  listChangedFiles,
  type ChangedFile,
} from './compareCommits';
import { readFiles } from './readFiles';
import { gitEnvironment } from './runGit';
import type { FileChange } from './writeCommit';

export type MergeResult =
  | { outcome: 'clean'; files: Record<string, FileChange> }
  | { outcome: 'conflict'; paths: string[] };

/**
 * What has to change on `base` so that it also holds what `head` changed.
 * Works file by file, so that it needs no work tree and no recent Git.
 */
export async function mergeFiles(
  gitDir: string,
  base: string,
  head: string,
): Promise<MergeResult> {
  const ancestor = await findMergeBase(gitDir, base, head);
  if (ancestor === undefined) {
    return { outcome: 'conflict', paths: [] };
  }
  const onBase = new Map(
    (await listChangedFiles(gitDir, ancestor, base)).map(file => [
      file.path,
      file,
    ]),
  );
  const files: Record<string, FileChange> = {};
  const conflicts: string[] = [];
  for (const file of await listChangedFiles(gitDir, ancestor, head)) {
    const other = onBase.get(file.path);
    if (!other) {
      files[file.path] = file.after ?? null;
    } else if (other.after?.oid !== file.after?.oid) {
      const merged = await mergeOneFile(gitDir, other, file);
      if (merged === undefined) {
        conflicts.push(file.path);
      } else {
        files[file.path] = merged;
      }
    }
  }
  return conflicts.length > 0
    ? { outcome: 'conflict', paths: conflicts }
    : { outcome: 'clean', files };
}

async function mergeOneFile(
  gitDir: string,
  ours: ChangedFile,
  theirs: ChangedFile,
): Promise<Buffer | undefined> {
  if (!ours.before || !ours.after || !theirs.after) {
    return undefined;
  }
  const contents = await readFiles(gitDir, [
    ours.after.oid,
    ours.before.oid,
    theirs.after.oid,
  ]);
  const folder = await mkdtemp(join(tmpdir(), 'sandbox-merge-'));
  try {
    const paths = await Promise.all(
      contents.map(async (content, index) => {
        const path = join(folder, String(index));
        await writeFile(path, content);
        return path;
      }),
    );
    return await runMergeFile(paths);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function runMergeFile(paths: string[]): Promise<Buffer | undefined> {
  return new Promise((resolve, reject) => {
    const child = spawn('git', ['merge-file', '-p', '-q', ...paths], {
      env: gitEnvironment(),
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const output: Buffer[] = [];
    child.stdout.on('data', chunk => output.push(chunk));
    child.on('error', reject);
    child.on('close', exitCode =>
      resolve(exitCode === 0 ? Buffer.concat(output) : undefined),
    );
  });
}
