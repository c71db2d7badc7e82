import type { ForgePullRequest, PullRequestStatus } from '../ForgeClient';
import type {
  ApprovalsAnswer,
  MergeRequestAnswer,
  MergeRequestDetailAnswer,
} from './answers';

/** GitLab reads a new merge request's head after it answers; until then it is the branch's. */
export function toPullRequest(
  answer: MergeRequestAnswer,
  branchHead: string,
): ForgePullRequest {
  return {
    id: String(answer.id),
    number: answer.iid,
    url: answer.web_url,
    state: answer.state,
    body: answer.description ?? '',
    headCommit: answer.sha ?? branchHead,
    labels: answer.labels,
    reviewers: answer.reviewers.map(({ username }) => username),
  };
}

export function toPullRequestStatus(
  answer: MergeRequestDetailAnswer,
  approvals: ApprovalsAnswer = { approved: false, approved_by: [] },
): PullRequestStatus {
  const headCommit = answer.sha ?? undefined;
  const approvedBy = approvals.approved_by.at(0)?.user.username;
  return {
    number: answer.iid,
    state: answer.state,
    // Where no approval is required GitLab calls a request approved by nobody.
    approved: approvals.approved && approvedBy !== undefined,
    approvedBy,
    headCommit,
    mergeCommit:
      answer.merge_commit_sha ??
      answer.squash_commit_sha ??
      // A fast-forward merge makes no commit of its own.
      (answer.state === 'merged' ? headCommit : undefined),
    mergedBy: answer.merge_user?.username,
    checks: toChecks(answer.head_pipeline?.status),
    merging: toMerging(answer),
  };
}

function toChecks(status: string | undefined): PullRequestStatus['checks'] {
  switch (status) {
    case undefined:
    case 'skipped':
      return 'none';
    case 'success':
      return 'passed';
    case 'failed':
    case 'canceled':
      return 'failed';
    default:
      return 'pending';
  }
}

const unsure = new Set(['unchecked', 'checking', 'preparing']);

function toMerging(answer: MergeRequestAnswer): PullRequestStatus['merging'] {
  if (answer.has_conflicts) {
    return 'conflict';
  }
  const { detailed_merge_status: status } = answer;
  return answer.state !== 'open' || !status || unsure.has(status)
    ? 'unknown'
    : 'clean';
}
