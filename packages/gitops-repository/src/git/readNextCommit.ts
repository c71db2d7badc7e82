import type { SnapshotFile } from '@internal/gitops-model';
import {
  checkLimits,
  type CommitReading,
  isRead,
  modeOf,
  toReading,
} from './CommitReading';
import { GitError } from './GitError';
import { readBlobs } from './readBlobs';
import { readCommit } from './readCommit';
import { type GitOptions, runGit } from './runGit';

interface Difference {
  path: string;
  /** Absent where the file is gone. */
  file?: { oid: string; mode: SnapshotFile['mode'] };
}

interface Options {
  git: Pick<GitOptions, 'directory' | 'signal' | 'offline'>;
  /** The commit that was read before, whichever it is. */
  last: CommitReading;
  maxFileBytes: number;
}

/** The same as `readCommit`, at the cost of what differs from the commit before. */
export async function readNextCommit(
  commit: string,
  options: Options,
): Promise<CommitReading> {
  const { git, last, maxFileBytes } = options;
  let differences: Difference[];
  try {
    differences = await readDifferences(last.snapshot.commit, commit, git);
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    // The commit before may be gone from the mirror.
    return readCommit(commit, { git, known: last.texts, maxFileBytes });
  }
  return apply(commit, differences, options);
}

async function apply(
  commit: string,
  differences: readonly Difference[],
  { git, last, maxFileBytes }: Options,
): Promise<CommitReading> {
  const files = new Map(last.snapshot.files);
  const replaced = new Map<string, number>();
  for (const { path, file } of differences) {
    const before = files.get(path);
    if (before && isRead(before, maxFileBytes)) {
      replaced.set(before.oid, before.size);
    }
    if (!file) files.delete(path);
  }
  const sizes = await readSizes(differences, { git, last, maxFileBytes });
  const texts = new Map(last.texts);
  let { bytes } = last;
  for (const { path, file } of differences) {
    if (!file) continue;
    const { size, text } = sizes.get(file.oid) ?? { size: 0, text: undefined };
    const entry = { ...file, size };
    files.set(path, entry);
    if (!isRead(entry, maxFileBytes) || texts.has(file.oid)) continue;
    texts.set(file.oid, text);
    bytes += size;
  }
  for (const file of replaced.size > 0 ? files.values() : []) {
    if (isRead(file, maxFileBytes)) replaced.delete(file.oid);
  }
  for (const [oid, size] of replaced) {
    texts.delete(oid);
    bytes -= size;
  }
  checkLimits(commit, { files, bytes });
  return toReading(commit, { files, texts, bytes });
}

/** Size and text of every blob that a difference names; those known before are not read again. */
async function readSizes(
  differences: readonly Difference[],
  { git, last, maxFileBytes }: Options,
) {
  const named = new Set(
    differences.flatMap(({ file }) =>
      file && file.mode !== 'submodule' ? [file.oid] : [],
    ),
  );
  const known = new Map<string, { size: number; text: string | undefined }>();
  for (const { oid, size } of named.size > 0
    ? last.snapshot.files.values()
    : []) {
    if (named.has(oid) && last.texts.has(oid)) {
      known.set(oid, { size, text: last.texts.get(oid) });
    }
  }
  const missing = [...named].filter(oid => !known.has(oid));
  const read = await readBlobs(missing, { git, maxFileBytes });
  return new Map([...known, ...read]);
}

async function readDifferences(
  before: string,
  after: string,
  git: Options['git'],
): Promise<Difference[]> {
  const output = await runGit(
    [
      'diff-tree',
      '-r',
      '-z',
      '--raw',
      '--no-abbrev',
      '--no-renames',
      before,
      after,
    ],
    git,
  );
  const fields = output.toString('utf8').split('\0');
  const differences: Difference[] = [];
  for (let index = 0; index + 1 < fields.length; index += 2) {
    const [, mode, oid, status] =
      /^:\d{6} (\d{6}) [0-9a-f]+ ([0-9a-f]+) ([ADMT])$/.exec(fields[index]) ??
      [];
    if (mode === undefined) {
      throw new GitError(
        `git tells a difference in an unknown way: ${fields[index]}`,
      );
    }
    const path = fields[index + 1];
    if (path.includes('\uFFFD')) continue;
    differences.push(
      status === 'D' ? { path } : { path, file: { oid, mode: modeOf(mode) } },
    );
  }
  return differences;
}
