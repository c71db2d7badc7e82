import { runGit } from '@internal/gitops-repository/git';
import { gitOf } from './gitOf';

/** Which of these paths are staged other than a commit has them. */
export async function changedInIndex(
  path: string,
  commit: string,
  paths: readonly string[],
): Promise<string[]> {
  if (paths.length === 0) return [];
  const output = await runGit(
    [
      '--literal-pathspecs',
      'diff-index',
      '--cached',
      '--name-only',
      '-z',
      commit,
      '--',
      ...paths,
    ],
    gitOf(path),
  );
  return output.toString('utf8').split('\0').filter(Boolean);
}
