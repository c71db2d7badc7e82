import type { ForgePullRequest, PullRequestStatus } from '../ForgeClient';
import { summarizeReviews } from '../summarizeReviews';
import type {
  CombinedStatusAnswer,
  PullRequestAnswer,
  ReviewsAnswer,
} from './answers';

export function toPullRequest(answer: PullRequestAnswer): ForgePullRequest {
  return {
    id: String(answer.id),
    number: answer.number,
    url: answer.html_url,
    state: toState(answer),
    body: answer.body ?? '',
    headCommit: answer.head.sha,
    labels: (answer.labels ?? []).map(({ name }) => name),
    reviewers: (answer.requested_reviewers ?? []).map(({ login }) => login),
  };
}

export function toPullRequestStatus(
  answer: PullRequestAnswer,
  more: { reviews: ReviewsAnswer; status?: CombinedStatusAnswer },
): PullRequestStatus {
  const { approved, approvedBy } = summarizeReviews(
    more.reviews.flatMap(({ user, state, dismissed }) =>
      user && (state === 'APPROVED' || state === 'REQUEST_CHANGES')
        ? [
            {
              login: user.login,
              verdict: dismissed ? 'DISMISSED' : state,
            },
          ]
        : [],
    ),
  );
  return {
    number: answer.number,
    state: toState(answer),
    approved,
    approvedBy,
    headCommit: answer.head.sha || undefined,
    mergeCommit: answer.merge_commit_sha ?? undefined,
    mergedBy: answer.merged_by?.login,
    checks: toChecks(more.status),
    // Gitea says no as well while it still looks, and for drafts.
    merging: answer.state === 'open' && answer.mergeable ? 'clean' : 'unknown',
  };
}

function toState(answer: PullRequestAnswer): ForgePullRequest['state'] {
  return answer.merged ? 'merged' : answer.state;
}

function toChecks(
  status: CombinedStatusAnswer | undefined,
): PullRequestStatus['checks'] {
  if (!status || status.total_count === 0) {
    return 'none';
  }
  switch (status.state) {
    case 'success':
    case 'warning':
    case 'skipped':
      return 'passed';
    case 'failure':
    case 'error':
      return 'failed';
    default:
      return 'pending';
  }
}
