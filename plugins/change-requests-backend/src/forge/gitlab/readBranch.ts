import { directoryMode, hashTree } from '../../planning/hashTree';
import type { ForgeReading } from '../ForgeClient';
import type { Author } from '../git/toFastImport';
import type { ConnectedRepository } from '../http/ConnectedRepository';
import type { RestApi } from '../http/RestApi';
import {
  accountSchema,
  branchSchema,
  commitsSchema,
  treeSchema,
} from './answers';

const pageSize = 100;

/** The commit a branch is at. */
export async function readHead(
  { api, path }: ConnectedRepository,
  branch: string,
  signal: AbortSignal,
): Promise<string | undefined> {
  const found = await api.find(
    `${path}/repository/branches/${encodeURIComponent(branch)}`,
    { schema: branchSchema, signal },
  );
  return found?.commit.id;
}

export async function readBranch(
  project: ConnectedRepository,
  head: string,
  signal: AbortSignal,
): Promise<ForgeReading['branch']> {
  const [commits, tree] = await Promise.all([
    project.api.get(`${project.path}/repository/commits`, {
      query: { ref_name: head, per_page: 10 },
      schema: commitsSchema,
      signal,
    }),
    readTree(project, head, signal),
  ]);
  return {
    tree,
    commits: commits.map(({ id, message, parent_ids: parents }) => ({
      oid: id,
      message,
      parents,
    })),
  };
}

/** GitLab lists a commit's directory, but does not name its id. */
async function readTree(
  { api, path }: ConnectedRepository,
  commit: string,
  signal: AbortSignal,
): Promise<string> {
  const entries = [];
  for (let page = 1; entries.length === (page - 1) * pageSize; page += 1) {
    const answer = await api.get(`${path}/repository/tree`, {
      query: { ref: commit, per_page: pageSize, page },
      schema: treeSchema,
      signal,
    });
    entries.push(...answer);
    if (answer.length === 0) {
      break;
    }
  }
  return hashTree(
    entries.map(({ id, name, mode }) => ({
      name,
      mode: mode === `0${directoryMode}` ? directoryMode : mode,
      oid: id,
    })),
  );
}

/** Whom commits are by: the account of the token. */
export async function readAuthor(
  api: RestApi,
  signal: AbortSignal,
): Promise<Author> {
  const account = await api.get('/user', { schema: accountSchema, signal });
  return {
    name: account.name,
    email:
      account.commit_email ||
      account.email ||
      `${account.username}@users.noreply.invalid`,
  };
}
