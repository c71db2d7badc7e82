import type { ForgePullRequest, PullRequestStatus } from '../ForgeClient';
import { summarizeReviews } from '../summarizeReviews';
import type { PullRequestAnswer, PullRequestStatusAnswer } from './answers';

const mergings = {
  MERGEABLE: 'clean',
  CONFLICTING: 'conflict',
  UNKNOWN: 'unknown',
} as const;

export function toPullRequest(answer: PullRequestAnswer): ForgePullRequest {
  return {
    id: answer.id,
    number: answer.number,
    url: answer.url,
    state: answer.state,
    body: answer.body,
    headCommit: answer.headRefOid,
    labels: answer.labels.map(label => label.name),
    reviewers: answer.reviewRequests.flatMap(
      request => request.requestedReviewer?.login ?? [],
    ),
  };
}

export function toPullRequestStatus(
  answer: PullRequestStatusAnswer,
  hidesChecks: boolean,
): PullRequestStatus {
  const { approved, approvedBy } = summarizeReviews(
    answer.reviews.flatMap(({ author, state }) =>
      author && state !== 'COMMENTED' && state !== 'PENDING'
        ? [{ login: author.login, verdict: state }]
        : [],
    ),
  );
  return {
    number: answer.number,
    state: answer.state,
    // Without a branch protection rule GitHub decides nothing: reviews tell.
    approved: answer.reviewDecision
      ? answer.reviewDecision === 'APPROVED'
      : approved,
    headCommit: answer.headRefOid,
    mergeCommit: answer.mergeCommit?.oid,
    approvedBy,
    mergedBy: answer.mergedBy?.login,
    checks: hidesChecks ? 'unknown' : toChecks(answer),
    merging: answer.state === 'open' ? mergings[answer.mergeable] : 'unknown',
  };
}

function toChecks(
  answer: PullRequestStatusAnswer,
): PullRequestStatus['checks'] {
  switch (answer.commits.at(0)?.commit?.statusCheckRollup?.state) {
    case undefined:
      return 'none';
    case 'SUCCESS':
      return 'passed';
    case 'FAILURE':
    case 'ERROR':
      return 'failed';
    default:
      return 'pending';
  }
}
