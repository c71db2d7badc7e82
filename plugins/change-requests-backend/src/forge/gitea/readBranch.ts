import type { ForgeReading } from '../ForgeClient';
import type { Author } from '../git/toFastImport';
import type { RestApi } from '../http/RestApi';
import { accountSchema, branchSchema, commitsSchema } from './answers';
import type { ConnectedRepository } from '../http/ConnectedRepository';
import { encodePath } from '../repositoryPath';

/** `undefined` where there is no such branch. */
export async function readBranch(
  { api, path }: ConnectedRepository,
  branch: string,
  signal: AbortSignal,
): Promise<ForgeReading['branch']> {
  const found = await api.find(`${path}/branches/${encodePath(branch)}`, {
    schema: branchSchema,
    signal,
  });
  if (!found) {
    return undefined;
  }
  const commits = await api.get(`${path}/commits`, {
    query: {
      sha: found.commit.id,
      limit: 10,
      stat: false,
      verification: false,
      files: false,
    },
    schema: commitsSchema.min(1),
    signal,
  });
  return {
    tree: commits[0].commit.tree.sha,
    commits: commits.map(({ sha, commit, parents }) => ({
      oid: sha,
      message: commit.message,
      parents: (parents ?? []).map(parent => parent.sha),
    })),
  };
}

/** Whom commits are by: the account of the token. */
export async function readAuthor(
  api: RestApi,
  signal: AbortSignal,
): Promise<Author> {
  const account = await api.get('/user', { schema: accountSchema, signal });
  return {
    name: account.full_name || account.login,
    email: account.email || `${account.login}@users.noreply.invalid`,
  };
}
