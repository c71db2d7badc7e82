/**
 * What stands on the branch of a request.
 * absent: no branch. empty: the branch, at a commit of the base, and nothing
 * on it. ours: only commits of this request, and the files are as planned.
 * ours-other: only commits of this request, other files. foreign: somebody
 * else's commit is on it.
 */
export const branchContents = [
  'absent',
  'empty',
  'ours',
  'ours-other',
  'foreign',
] as const;
export type BranchContent = (typeof branchContents)[number];

/** The pull request of the branch that counts: open before merged before closed. */
export const pullRequestPresences = [
  'none',
  'open',
  'merged',
  'closed',
] as const;
export type PullRequestPresence = (typeof pullRequestPresences)[number];

export interface Situation {
  branch: BranchContent;
  pullRequest: PullRequestPresence;
  /** The base has everything the request asks for. */
  planEmpty: boolean;
}

export type Refusal =
  | 'foreign-commits'
  | 'branch-differs'
  | 'branch-missing'
  | 'closed-unmerged'
  | 'merged-then-changed';

export type Decision =
  | { action: 'adopt' }
  | { action: 'update' }
  | { action: 'create' }
  | { action: 'commit' }
  | { action: 'open-pull-request' }
  | { action: 'nothing-to-do' }
  | { action: 'refuse'; reason: Refusal };

const refuse = (reason: Refusal): Decision => ({ action: 'refuse', reason });

/** The next step towards exactly one pull request, or why there is none. */
export function decide(situation: Situation): Decision {
  switch (situation.pullRequest) {
    case 'open':
      return decideOpen(situation);
    case 'merged':
      return situation.planEmpty
        ? { action: 'nothing-to-do' }
        : refuse('merged-then-changed');
    case 'closed':
      return situation.planEmpty
        ? { action: 'nothing-to-do' }
        : refuse('closed-unmerged');
    default:
      return decideWithoutPullRequest(situation);
  }
}

function decideOpen({ branch, planEmpty }: Situation): Decision {
  switch (branch) {
    case 'ours':
      return { action: 'adopt' };
    case 'ours-other':
      return planEmpty ? { action: 'adopt' } : { action: 'update' };
    case 'empty':
      return planEmpty ? { action: 'nothing-to-do' } : { action: 'commit' };
    case 'foreign':
      return refuse('foreign-commits');
    default:
      return refuse('branch-missing');
  }
}

function decideWithoutPullRequest({ branch, planEmpty }: Situation): Decision {
  if (branch === 'foreign') {
    return refuse('foreign-commits');
  }
  if (planEmpty) {
    return { action: 'nothing-to-do' };
  }
  switch (branch) {
    case 'ours':
      return { action: 'open-pull-request' };
    case 'ours-other':
      return refuse('branch-differs');
    case 'empty':
      return { action: 'commit' };
    default:
      return { action: 'create' };
  }
}
