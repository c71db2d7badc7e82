import { isBranchName, isTreePath } from '../../git/gitNames';
import type { GitRepository } from '../../git/GitRepository';
import type { ForgeAccount } from './ForgeAccount';
import { forbidden, ForgeError, notFound, unprocessable } from './ForgeError';
import type { ForgeState } from './ForgeState';
import { requireWriteAccess } from './requireWriteAccess';

/** Puts one commit on a branch, if it still points to `expectedHeadOid`. Returns the new commit. */
export async function createCommit(
  forge: ForgeState,
  account: ForgeAccount,
  repository: GitRepository,
  input: {
    branch: string;
    expectedHeadOid: string;
    message: string;
    additions: { path: string; contents: Buffer }[];
    deletions: string[];
  },
): Promise<string> {
  requireWriteAccess(forge, account, repository);
  const head = isBranchName(input.branch)
    ? (await repository.branches()).get(input.branch)
    : undefined;
  if (head === undefined) {
    throw notFound(`No ref named "${input.branch}" was found.`);
  }
  if (head !== input.expectedHeadOid) {
    throw staleData(input.expectedHeadOid);
  }
  await requireWritablePaths(account, repository, head, input);
  const { clock } = forge;
  const commit = await repository.commit({
    branch: input.branch,
    expectedHead: input.expectedHeadOid,
    author: { name: account.login, email: account.email, date: clock.now() },
    committer: {
      name: 'Forge',
      email: 'noreply@users.noreply.localhost',
      date: clock.now(),
    },
    message: input.message,
    files: {
      ...Object.fromEntries(input.deletions.map(path => [path, null])),
      ...Object.fromEntries(
        input.additions.map(({ path, contents }) => [path, contents]),
      ),
    },
  });
  if (commit.outcome === 'moved') {
    throw staleData(input.expectedHeadOid);
  }
  return commit.oid;
}

async function requireWritablePaths(
  account: ForgeAccount,
  repository: GitRepository,
  head: string,
  input: { additions: { path: string }[]; deletions: string[] },
) {
  const paths = [
    ...input.additions.map(({ path }) => path),
    ...input.deletions,
  ];
  for (const path of paths) {
    if (!isTreePath(path)) {
      throw unprocessable(
        `A path was requested which is invalid: ${JSON.stringify(path)}`,
      );
    }
    if (path.startsWith('.github/workflows/') && !account.workflows) {
      throw forbidden(
        `refusing to allow a Personal Access Token to create or update workflow \`${path}\` without \`workflow\` scope`,
      );
    }
  }
  for (const path of input.deletions) {
    if ((await repository.objectAt(head, path)) === undefined) {
      throw unprocessable(
        `A path was requested for deletion which does not exist as of commit oid \`${head}\``,
      );
    }
  }
}

function staleData(expected: string): ForgeError {
  return new ForgeError({
    message: `Expected branch to point to "${expected}" but it did not.  Pull and try again.`,
    graphqlType: 'STALE_DATA',
    status: 409,
  });
}
