import type { GitRepository } from '../git/GitRepository';

/** All files of the repository at one commit. */
export interface RepositoryTree {
  /** `<owner>/<name>` */
  repository: string;
  commit: string;
  /** Path → text. */
  files: Map<string, string>;
}

export async function readRepositoryTree(
  repository: GitRepository,
): Promise<RepositoryTree | undefined> {
  const commit = await repository.resolveCommit(repository.defaultBranch);
  if (commit === undefined) {
    return undefined;
  }
  return {
    repository: repository.fullName,
    commit,
    files: await repository.readTextFiles(commit),
  };
}

/** Paths below a folder, relative to it. */
export function listBelow(tree: RepositoryTree, folder: string): string[] {
  const prefix = folder === '' || folder === '.' ? '' : `${folder}/`;
  return [...tree.files.keys()]
    .filter(path => path.startsWith(prefix))
    .map(path => path.slice(prefix.length));
}
