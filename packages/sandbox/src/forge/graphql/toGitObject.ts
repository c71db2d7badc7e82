import { isTreePath } from '../../git/gitNames';
import type { GitRepository } from '../../git/GitRepository';
import { readFiles } from '../../git/readFiles';
import {
  readCommit,
  readCommits,
  type CommitDetail,
} from '../../git/readCommits';
import { runGitText } from '../../git/runGit';
import { forbidden } from '../model/ForgeError';
import { toNodeId } from '../model/nodeId';
import { toConnection, type ConnectionArguments } from './connection';
import type { GraphqlContext } from './GraphqlContext';
import { toUser } from './toUser';

type GitType = 'commit' | 'tree' | 'blob';

/** The Git object of the id in GitHub's GraphQL shape; null for what is no commit, tree or blob. */
export async function toGitObject(
  context: GraphqlContext,
  repository: GitRepository,
  oid: string,
) {
  const type = await runGitText(repository.bareDir, [
    'cat-file',
    '-t',
    oid,
  ]).catch(() => 'missing');
  switch (type) {
    case 'commit':
      return toCommit(
        context,
        repository,
        await readCommit(repository.bareDir, oid),
      );
    case 'tree':
      return toTree(context, repository, oid, '');
    case 'blob':
      return toBlob(repository, oid);
    default:
      return null;
  }
}

export function toCommit(
  context: GraphqlContext,
  repository: GitRepository,
  commit: CommitDetail,
) {
  const [headline = '', ...body] = commit.message.split('\n');
  const connectionOf = (
    commits: CommitDetail[],
    connection: ConnectionArguments,
  ) =>
    toConnection(commits, connection, item =>
      toCommit(context, repository, item),
    );
  return {
    ...identify('Commit', repository, commit.oid),
    url: `${context.origin}/${repository.fullName}/commit/${commit.oid}`,
    message: commit.message,
    messageHeadline: headline,
    messageBody: body.join('\n').replace(/^\n+/, ''),
    author: toGitActor(context, commit.author),
    committer: toGitActor(context, commit.committer),
    authoredDate: commit.author.date.toISOString(),
    committedDate: commit.committer.date.toISOString(),
    tree: () => toTree(context, repository, commit.tree, ''),
    statusCheckRollup: () => {
      const { forge, account } = context;
      if (account.grant && !account.grant.permissions.checks) {
        throw forbidden('Resource not accessible by integration');
      }
      const state = forge.checks.get(commit.oid);
      return state ? { state: state.toUpperCase() } : null;
    },
    file: async ({ path }: { path: string }) => {
      const [entry] = isTreePath(path)
        ? await listEntries(repository, commit.oid, path)
        : [];
      return entry ? toEntry(context, repository, entry, '') : null;
    },
    history: async (connection: ConnectionArguments) =>
      connectionOf(
        await readCommits(repository.bareDir, commit.oid, { limit: 1000 }),
        connection,
      ),
    parents: async (connection: ConnectionArguments) =>
      connectionOf(
        await Promise.all(
          commit.parents.map(oid => readCommit(repository.bareDir, oid)),
        ),
        connection,
      ),
  };
}

function toGitActor(context: GraphqlContext, actor: CommitDetail['author']) {
  const account = context.forge.accounts.find(
    candidate => candidate.email === actor.email,
  );
  return {
    name: actor.name,
    email: actor.email,
    date: actor.date.toISOString(),
    user: account ? toUser(context, account) : null,
  };
}

function toTree(
  context: GraphqlContext,
  repository: GitRepository,
  oid: string,
  folder: string,
) {
  return {
    ...identify('Tree', repository, oid),
    entries: async () =>
      (await listEntries(repository, oid)).map(entry =>
        toEntry(context, repository, entry, folder),
      ),
  };
}

async function toBlob(repository: GitRepository, oid: string) {
  const [content = Buffer.alloc(0)] = await readFiles(repository.bareDir, [
    oid,
  ]);
  const isBinary = content.includes(0);
  return {
    ...identify('Blob', repository, oid),
    byteSize: content.length,
    isBinary,
    isTruncated: false,
    text: isBinary ? null : content.toString('utf8'),
  };
}

interface Entry {
  mode: string;
  type: GitType;
  oid: string;
  size: number;
  path: string;
}

async function listEntries(
  repository: GitRepository,
  treeish: string,
  path?: string,
): Promise<Entry[]> {
  const text = await runGitText(repository.bareDir, [
    '--literal-pathspecs',
    'ls-tree',
    '-z',
    '--long',
    '--full-tree',
    treeish,
    ...(path === undefined ? [] : ['--', path]),
  ]);
  return text
    .split('\0')
    .filter(line => line !== '')
    .map((line): Entry => {
      const tab = line.indexOf('\t');
      const [mode = '', type, oid = '', size] = line.slice(0, tab).split(/ +/);
      return {
        mode,
        type: type === 'tree' || type === 'commit' ? type : 'blob',
        oid,
        size: Number(size) || 0,
        path: line.slice(tab + 1),
      };
    });
}

function toEntry(
  context: GraphqlContext,
  repository: GitRepository,
  entry: Entry,
  folder: string,
) {
  const path = folder ? `${folder}/${entry.path}` : entry.path;
  return {
    mode: Number.parseInt(entry.mode, 8),
    name: path.split('/').at(-1),
    oid: entry.oid,
    path,
    size: entry.size,
    type: entry.type,
    object: () =>
      entry.type === 'tree'
        ? toTree(context, repository, entry.oid, path)
        : toGitObject(context, repository, entry.oid),
  };
}

function identify(
  typename: 'Commit' | 'Tree' | 'Blob',
  repository: GitRepository,
  oid: string,
) {
  return {
    __typename: typename,
    id: toNodeId('GO', repository.fullName, oid),
    oid,
    abbreviatedOid: oid.slice(0, 7),
  };
}
