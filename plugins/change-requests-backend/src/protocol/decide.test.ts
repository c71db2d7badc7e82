import {
  branchContents,
  decide,
  pullRequestPresences,
  type BranchContent,
  type PullRequestPresence,
} from './decide';

// Per pull request and branch: what to do while something is missing in the
// base, and once the base has it all.
const table: Record<
  PullRequestPresence,
  Record<BranchContent, [missing: string, complete: string]>
> = {
  none: {
    absent: ['create', 'nothing-to-do'],
    empty: ['commit', 'nothing-to-do'],
    ours: ['open-pull-request', 'nothing-to-do'],
    'ours-other': ['refuse branch-differs', 'nothing-to-do'],
    foreign: ['refuse foreign-commits', 'refuse foreign-commits'],
  },
  open: {
    absent: ['refuse branch-missing', 'refuse branch-missing'],
    empty: ['commit', 'nothing-to-do'],
    ours: ['adopt', 'adopt'],
    'ours-other': ['update', 'adopt'],
    foreign: ['refuse foreign-commits', 'refuse foreign-commits'],
  },
  merged: {
    absent: ['refuse merged-then-changed', 'nothing-to-do'],
    empty: ['refuse merged-then-changed', 'nothing-to-do'],
    ours: ['refuse merged-then-changed', 'nothing-to-do'],
    'ours-other': ['refuse merged-then-changed', 'nothing-to-do'],
    foreign: ['refuse merged-then-changed', 'nothing-to-do'],
  },
  closed: {
    absent: ['refuse closed-unmerged', 'nothing-to-do'],
    empty: ['refuse closed-unmerged', 'nothing-to-do'],
    ours: ['refuse closed-unmerged', 'nothing-to-do'],
    'ours-other': ['refuse closed-unmerged', 'nothing-to-do'],
    foreign: ['refuse closed-unmerged', 'nothing-to-do'],
  },
};

function say(situation: Parameters<typeof decide>[0]): string {
  const decision = decide(situation);
  return decision.action === 'refuse'
    ? `refuse ${decision.reason}`
    : decision.action;
}

describe('decide', () => {
  const rows = pullRequestPresences.flatMap(pullRequest =>
    branchContents.map(branch => ({ pullRequest, branch })),
  );

  it.each(rows)('$pullRequest pull request, $branch branch', known => {
    const [missing, complete] = table[known.pullRequest][known.branch];
    expect(say({ ...known, planEmpty: false })).toBe(missing);
    expect(say({ ...known, planEmpty: true })).toBe(complete);
  });
});
