import { GitError, runGit, runGitText } from './runGit';

/** What one file is between two commits. The object ids are undefined where there is no file. */
export interface ChangedFile {
  path: string;
  status: 'added' | 'modified' | 'removed';
  before?: { oid: string; mode: string };
  after?: { oid: string; mode: string };
}

/** A changed file with its lines. `patch` starts at the first `@@`; it is empty for binary files. */
export interface FileDiff extends ChangedFile {
  additions: number;
  deletions: number;
  patch: string;
}

/** The commit both come from; undefined for unrelated histories. */
export async function findMergeBase(
  gitDir: string,
  one: string,
  other: string,
): Promise<string | undefined> {
  try {
    return await runGitText(gitDir, ['merge-base', one, other]);
  } catch (error) {
    if (error instanceof GitError) {
      return undefined;
    }
    throw error;
  }
}

/** Whether everything of `ancestor` is in `descendant`. */
export async function isAncestor(
  gitDir: string,
  ancestor: string,
  descendant: string,
): Promise<boolean> {
  return (await findMergeBase(gitDir, ancestor, descendant)) === ancestor;
}

/** The files that differ, sorted by path; a renamed file is one removed and one added. */
export async function listChangedFiles(
  gitDir: string,
  before: string,
  after: string,
): Promise<ChangedFile[]> {
  const output = await runGit(gitDir, [
    'diff-tree',
    '-r',
    '-z',
    '--raw',
    '--no-renames',
    '--full-index',
    before,
    after,
  ]);
  const parts = output.toString('utf8').split('\0');
  const files: ChangedFile[] = [];
  for (let index = 0; index + 1 < parts.length; index += 2) {
    const [beforeMode = '', afterMode = '', beforeOid = '', afterOid = ''] = (
      parts[index] ?? ''
    )
      .slice(1)
      .split(' ');
    const side = (oid: string, mode: string) =>
      /^0+$/.test(oid) ? undefined : { oid, mode };
    const file = {
      path: parts[index + 1] ?? '',
      before: side(beforeOid, beforeMode),
      after: side(afterOid, afterMode),
    };
    files.push({ ...file, status: statusOf(file) });
  }
  return files;
}

/** As {@link listChangedFiles}, with the unified diff of every file. */
export async function diffCommits(
  gitDir: string,
  before: string,
  after: string,
): Promise<FileDiff[]> {
  const files = await listChangedFiles(gitDir, before, after);
  const output = await runGit(gitDir, [
    'diff-tree',
    '-r',
    '-p',
    '--no-renames',
    '--no-ext-diff',
    '--no-color',
    before,
    after,
  ]);
  // Lines of content start with a blank, a sign or a backslash, so only headers match.
  const sections = output
    .toString('utf8')
    .split(/^diff --git .*\n/m)
    .slice(1);
  return files.map((file, index) => {
    const section = sections[index] ?? '';
    const start = section.search(/^@@ /m);
    const patch = start < 0 ? '' : section.slice(start).replace(/\n$/, '');
    const lines = patch.split('\n');
    return {
      ...file,
      patch,
      additions: lines.filter(line => line.startsWith('+')).length,
      deletions: lines.filter(line => line.startsWith('-')).length,
    };
  });
}

function statusOf(file: {
  before?: unknown;
  after?: unknown;
}): ChangedFile['status'] {
  if (!file.before) {
    return 'added';
  }
  return file.after ? 'modified' : 'removed';
}
