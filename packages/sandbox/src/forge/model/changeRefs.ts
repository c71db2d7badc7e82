import { isAncestor } from '../../git/compareCommits';
import { isBranchName, isObjectId } from '../../git/gitNames';
import type { GitRepository } from '../../git/GitRepository';
import { GitError } from '../../git/runGit';
import type { ForgeAccount } from './ForgeAccount';
import { unprocessable } from './ForgeError';
import type { ForgeState } from './ForgeState';
import { requireWriteAccess } from './requireWriteAccess';

/** Creates a branch; refuses when there is one of the name. `ref` is `refs/heads/<branch>`. */
export async function createRef(
  forge: ForgeState,
  account: ForgeAccount,
  repository: GitRepository,
  input: { ref: string; oid: string },
): Promise<{ branch: string; oid: string }> {
  requireWriteAccess(forge, account, repository);
  const branch = parseRef(input.ref);
  if (branch === undefined) {
    throw unprocessable(
      `${input.ref} is not a valid ref name.`,
      'Reference name is not well-formed, e.g. "refs/heads/<branch>".',
    );
  }
  const isCommit =
    isObjectId(input.oid) &&
    (await repository.resolveCommit(input.oid)) === input.oid;
  if (!isCommit) {
    throw unprocessable(
      `Object ${input.oid} does not exist.`,
      'Object does not exist',
    );
  }
  const update = await repository
    .updateBranch(branch, input.oid, undefined)
    .catch(refuseByGit('Ref cannot be created', 'Reference update failed'));
  if (update.outcome !== 'updated') {
    throw unprocessable(
      `A ref named "${input.ref}" already exists in the repository.`,
      'Reference already exists',
    );
  }
  return { branch, oid: input.oid };
}

/** Points a branch elsewhere; without force only forward. */
export async function updateRef(
  forge: ForgeState,
  account: ForgeAccount,
  repository: GitRepository,
  input: { branch: string; oid: string; force: boolean },
): Promise<{ branch: string; oid: string }> {
  requireWriteAccess(forge, account, repository);
  const current = isBranchName(input.branch)
    ? await repository.resolveCommit(input.branch)
    : undefined;
  if (current === undefined) {
    throw unprocessable('Reference does not exist');
  }
  if ((await repository.resolveCommit(input.oid)) !== input.oid) {
    throw unprocessable('Object does not exist');
  }
  const isForward = await isAncestor(repository.bareDir, current, input.oid);
  if (!isForward && !input.force) {
    throw unprocessable('Update is not a fast forward');
  }
  const update = await repository
    .updateBranch(input.branch, input.oid, current)
    .catch(refuseByGit('Ref cannot be updated', 'Reference update failed'));
  if (update.outcome !== 'updated') {
    throw unprocessable('Reference cannot be updated');
  }
  return { branch: input.branch, oid: input.oid };
}

export async function deleteRef(
  forge: ForgeState,
  account: ForgeAccount,
  repository: GitRepository,
  branch: string,
): Promise<void> {
  requireWriteAccess(forge, account, repository);
  const current = isBranchName(branch)
    ? (await repository.branches()).get(branch)
    : undefined;
  if (current === undefined) {
    throw unprocessable('Reference does not exist');
  }
  if (branch === repository.defaultBranch) {
    throw unprocessable('Cannot delete the default branch');
  }
  await repository.updateBranch(branch, undefined, current);
}

/** The branch of `refs/heads/<branch>`; undefined for anything else. */
export function parseRef(ref: string): string | undefined {
  const branch = ref.startsWith('refs/heads/')
    ? ref.slice('refs/heads/'.length)
    : '';
  return isBranchName(branch) ? branch : undefined;
}

/** For names that Git alone refuses, such as `a/b` where there is a branch `a`. */
function refuseByGit(message: string, restMessage: string) {
  return (error: unknown): never => {
    throw error instanceof GitError
      ? unprocessable(message, restMessage)
      : error;
  };
}
