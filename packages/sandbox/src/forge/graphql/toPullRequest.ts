import { diffCommits, findMergeBase } from '../../git/compareCommits';
import { readCommit, readCommits } from '../../git/readCommits';
import { isMergeable } from '../model/mergePullRequest';
import { toNodeId } from '../model/nodeId';
import { decideReview, type PullRequest } from '../model/PullRequest';
import { toConnection, type ConnectionArguments } from './connection';
import type { GraphqlContext } from './GraphqlContext';
import { toCommit } from './toGitObject';
import { findRef, toRepository } from './toRepository';
import { toUser } from './toUser';

const changeTypes = {
  added: 'ADDED',
  modified: 'MODIFIED',
  removed: 'DELETED',
} as const;

export function toPullRequest(
  context: GraphqlContext,
  pullRequest: PullRequest,
) {
  const { forge, origin } = context;
  const { merge, number } = pullRequest;
  const repository = forge.repository(pullRequest.repository);
  const user = (login: string) => toUser(context, forge.account(login));
  const listFiles = async () => {
    const { baseOid, headOid } = pullRequest;
    const start = await findMergeBase(repository.bareDir, baseOid, headOid);
    return diffCommits(repository.bareDir, start ?? baseOid, headOid);
  };
  const sum = async (field: 'additions' | 'deletions') =>
    (await listFiles()).reduce((total, file) => total + file[field], 0);

  return {
    __typename: 'PullRequest',
    id: toNodeId('PR', pullRequest.repository, number),
    number,
    url: `${origin}/${pullRequest.repository}/pull/${number}`,
    title: pullRequest.title,
    body: pullRequest.body,
    state: pullRequest.state.toUpperCase(),
    isDraft: pullRequest.isDraft,
    isCrossRepository: false,
    closed: pullRequest.state !== 'open',
    closedAt: pullRequest.closedAt?.toISOString() ?? null,
    createdAt: pullRequest.createdAt.toISOString(),
    updatedAt: pullRequest.updatedAt.toISOString(),
    merged: merge !== undefined,
    mergedAt: merge?.at.toISOString() ?? null,
    mergedBy: merge ? user(merge.by) : null,
    author: user(pullRequest.author),
    headRefName: pullRequest.headBranch,
    headRefOid: pullRequest.headOid,
    baseRefName: pullRequest.baseBranch,
    baseRefOid: pullRequest.baseOid,
    reviewDecision: decideReview(pullRequest),
    repository: () => toRepository(context, repository),
    headRepository: () => toRepository(context, repository),
    headRef: () => findRef(context, repository, pullRequest.headBranch),
    baseRef: () => findRef(context, repository, pullRequest.baseBranch),
    mergeCommit: async () =>
      merge
        ? toCommit(
            context,
            repository,
            await readCommit(repository.bareDir, merge.oid),
          )
        : null,
    mergeable: async () =>
      (await isMergeable(forge, pullRequest)) ? 'MERGEABLE' : 'CONFLICTING',
    additions: () => sum('additions'),
    deletions: () => sum('deletions'),
    changedFiles: async () => (await listFiles()).length,
    files: async (connection: ConnectionArguments) =>
      toConnection(await listFiles(), connection, file => ({
        path: file.path,
        additions: file.additions,
        deletions: file.deletions,
        changeType: changeTypes[file.status],
      })),
    labels: (connection: ConnectionArguments) =>
      toConnection(pullRequest.labels, connection, toLabel),
    commits: async (connection: ConnectionArguments) => {
      const commits = await readCommits(
        repository.bareDir,
        pullRequest.headOid,
        { exclude: pullRequest.baseOid, limit: 250 },
      );
      return toConnection(commits.reverse(), connection, commit => ({
        commit: toCommit(context, repository, commit),
      }));
    },
    reviewRequests: (connection: ConnectionArguments) =>
      toConnection(pullRequest.requestedReviewers, connection, login => ({
        requestedReviewer: user(login),
      })),
    reviews: (connection: ConnectionArguments) =>
      toConnection(pullRequest.reviews, connection, review => ({
        author: user(review.author),
        body: review.body,
        state: review.state,
        submittedAt: review.submittedAt.toISOString(),
      })),
  };
}

export function toLabel(name: string) {
  return {
    __typename: 'Label',
    id: toNodeId('LA', name),
    name,
    color: 'ededed',
  };
}
