import { isObjectId } from '../../git/gitNames';
import type { GitRepository } from '../../git/GitRepository';
import { maySee } from '../model/ForgeAccount';
import { notFound } from '../model/ForgeError';
import { toNodeId } from '../model/nodeId';
import type { PullRequest } from '../model/PullRequest';
import { toConnection, type ConnectionArguments } from './connection';
import type { GraphqlContext } from './GraphqlContext';
import { toGitObject } from './toGitObject';
import { toLabel, toPullRequest } from './toPullRequest';

/** Which pull requests of a repository or branch are asked for. */
export interface PullRequestArguments extends ConnectionArguments {
  headRefName?: string | null;
  baseRefName?: string | null;
  states?: string[] | null;
  labels?: string[] | null;
  orderBy?: { field: string; direction: string } | null;
}

export function toRepository(
  context: GraphqlContext,
  repository: GitRepository,
) {
  const { forge, account, origin } = context;
  const { fullName } = repository;
  if (!maySee(account, fullName)) {
    throw notFound(
      `Could not resolve to a Repository with the name '${fullName}'.`,
    );
  }
  const labels = () => [
    ...new Set(
      forge.pullRequests
        .filter(candidate => candidate.repository === fullName)
        .flatMap(candidate => candidate.labels),
    ),
  ];
  return {
    __typename: 'Repository',
    id: toNodeId('R', fullName),
    name: repository.name,
    nameWithOwner: fullName,
    url: `${origin}/${fullName}`,
    isArchived: forge.archived.has(fullName),
    isPrivate: true,
    viewerPermission: account.permission === 'write' ? 'WRITE' : 'READ',
    owner: {
      __typename: 'Organization',
      id: toNodeId('U', repository.owner),
      login: repository.owner,
      url: `${origin}/${repository.owner}`,
    },
    defaultBranchRef: () =>
      findRef(context, repository, repository.defaultBranch),
    ref: ({ qualifiedName }: { qualifiedName: string }) =>
      findRef(
        context,
        repository,
        qualifiedName.replace(/^(refs\/)?heads\//, ''),
      ),
    object: (what: { expression?: string | null; oid?: string | null }) =>
      findObject(context, repository, what),
    label: ({ name }: { name: string }) =>
      labels().includes(name) ? toLabel(name) : null,
    labels: (connection: ConnectionArguments) =>
      toConnection(labels(), connection, toLabel),
    pullRequest: ({ number }: { number: number }) =>
      toPullRequest(context, forge.pullRequest(number, fullName)),
    pullRequests: (filter: PullRequestArguments) =>
      toConnection(
        findPullRequests(context, repository, filter),
        filter,
        pullRequest => toPullRequest(context, pullRequest),
      ),
  };
}

/** A branch; null when there is none. */
export async function findRef(
  context: GraphqlContext,
  repository: GitRepository,
  branch: string,
) {
  const oid = (await repository.branches()).get(branch);
  return oid === undefined ? null : toRef(context, repository, branch, oid);
}

export function toRef(
  context: GraphqlContext,
  repository: GitRepository,
  branch: string,
  oid: string,
) {
  return {
    __typename: 'Ref',
    id: toNodeId('REF', repository.fullName, branch),
    name: branch,
    prefix: 'refs/heads/',
    repository: () => toRepository(context, repository),
    target: () => toGitObject(context, repository, oid),
    associatedPullRequests: (filter: PullRequestArguments) =>
      toConnection(
        findPullRequests(context, repository, {
          ...filter,
          headRefName: branch,
        }),
        filter,
        pullRequest => toPullRequest(context, pullRequest),
      ),
  };
}

async function findObject(
  context: GraphqlContext,
  repository: GitRepository,
  { expression, oid }: { expression?: string | null; oid?: string | null },
) {
  if (oid) {
    return isObjectId(oid) ? toGitObject(context, repository, oid) : null;
  }
  const [revision = '', ...path] = (expression ?? '').split(':');
  const commit = await repository.resolveCommit(
    revision.replace(/^refs\/heads\//, ''),
  );
  if (commit === undefined) {
    return null;
  }
  const found = expression?.includes(':')
    ? await repository.objectAt(commit, path.join(':'))
    : commit;
  return found === undefined ? null : toGitObject(context, repository, found);
}

function findPullRequests(
  { forge }: GraphqlContext,
  repository: GitRepository,
  filter: PullRequestArguments,
): PullRequest[] {
  const found = forge.pullRequests.filter(
    candidate =>
      candidate.repository === repository.fullName &&
      (!filter.headRefName || filter.headRefName === candidate.headBranch) &&
      (!filter.baseRefName || filter.baseRefName === candidate.baseBranch) &&
      (!filter.states ||
        filter.states.includes(candidate.state.toUpperCase())) &&
      (!filter.labels ||
        filter.labels.some(label => candidate.labels.includes(label))),
  );
  if (filter.orderBy) {
    const field =
      filter.orderBy.field === 'UPDATED_AT' ? 'updatedAt' : 'createdAt';
    found.sort(
      (one, other) =>
        one[field].getTime() - other[field].getTime() ||
        one.number - other.number,
    );
    if (filter.orderBy.direction === 'DESC') {
      found.reverse();
    }
  }
  return found;
}

/** The repository an id names. */
export function requireRepository(context: GraphqlContext, parts: string[]) {
  const [fullName] = parts;
  if (fullName === undefined) {
    throw notFound('Could not resolve to a Repository.');
  }
  return context.forge.repository(fullName);
}
