import type { ForgePullRequest, PullRequestStatus } from '../ForgeClient';
import type { PullRequestAnswer, PullRequestStatusAnswer } from './answers';

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
): PullRequestStatus {
  const verdicts = latestVerdicts(answer);
  const approvedBy = verdicts.find(([, state]) => state === 'APPROVED')?.[0];
  const refused = verdicts.some(([, state]) => state === 'CHANGES_REQUESTED');
  return {
    number: answer.number,
    state: answer.state,
    // Without a branch protection rule GitHub decides nothing: reviews tell.
    approved: answer.reviewDecision
      ? answer.reviewDecision === 'APPROVED'
      : approvedBy !== undefined && !refused,
    headCommit: answer.headRefOid,
    mergeCommit: answer.mergeCommit?.oid,
    approvedBy,
    mergedBy: answer.mergedBy?.login,
  };
}

/** The last verdict of every reviewer; comments are none. */
function latestVerdicts(answer: PullRequestStatusAnswer): [string, string][] {
  const verdicts = new Map<string, string>();
  for (const { author, state } of answer.reviews) {
    if (author && state !== 'COMMENTED' && state !== 'PENDING') {
      verdicts.set(author.login, state);
    }
  }
  return [...verdicts];
}
