import type { ForgePullRequest, ForgeReading } from '../forge/ForgeClient';
import type { BranchContent, PullRequestPresence } from './decide';
import { parseMarkers } from './markers';

/** What the portal stored before it wrote to the forge. */
export interface Expectation {
  intentKey: string;
  /** Commit the edits were planned on. */
  baseCommit: string;
  /** Git's id of all files after the edits. */
  tree: string;
}

export interface Assessment {
  branch: BranchContent;
  /** Commit the branch is at. */
  head?: string;
  pullRequest: PullRequestPresence;
  /** The pull request that counts. */
  found?: ForgePullRequest;
}

/** Tells what a reading means for one request. */
export function assessReading(
  reading: ForgeReading,
  expectation: Expectation,
): Assessment {
  const found = choosePullRequest(reading.pullRequests);
  return {
    branch: assessBranch(reading, expectation),
    head: reading.branch?.commits[0]?.oid,
    pullRequest: found?.state ?? 'none',
    found,
  };
}

function choosePullRequest(
  pullRequests: ForgePullRequest[],
): ForgePullRequest | undefined {
  return (['open', 'merged', 'closed'] as const)
    .map(state => pullRequests.find(pull => pull.state === state))
    .find(pull => pull !== undefined);
}

function assessBranch(
  { branch, baseCommit }: ForgeReading,
  expectation: Expectation,
): BranchContent {
  if (!branch) {
    return 'absent';
  }
  const byOid = new Map(branch.commits.map(commit => [commit.oid, commit]));
  const ours = [];
  let commit = branch.commits.at(0);
  let belowOid = commit?.oid;
  while (
    commit &&
    parseMarkers(commit.message)?.intentKey === expectation.intentKey
  ) {
    if (commit.parents.length !== 1) {
      return 'foreign';
    }
    ours.push(commit);
    belowOid = commit.parents[0];
    commit = byOid.get(belowOid);
  }
  if (ours.length === 0) {
    // A commit of the base that this request was planned on, or may be now.
    return belowOid === baseCommit || belowOid === expectation.baseCommit
      ? 'empty'
      : 'foreign';
  }
  const first = ours[ours.length - 1];
  if (parseMarkers(first.message)?.baseCommit !== belowOid) {
    return 'foreign';
  }
  // After an update the branch keeps its old base, and its tree with it.
  const updatedForPlan =
    ours.length > 1 &&
    parseMarkers(ours[0].message)?.baseCommit === expectation.baseCommit;
  return branch.tree === expectation.tree || updatedForPlan
    ? 'ours'
    : 'ours-other';
}
