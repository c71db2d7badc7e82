import type { ForgePullRequest, ForgeReading } from '../forge/ForgeClient';
import type { BranchContent, PullRequestPresence } from './decide';
import { parseMarkers, type Markers } from './markers';

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
  const ours: Markers[] = [];
  let commit = branch.commits.at(0);
  let belowOid = commit?.oid;
  while (commit) {
    const markers = parseMarkers(commit.message);
    if (markers?.intentKey !== expectation.intentKey) {
      break;
    }
    if (commit.parents.length !== 1) {
      return 'foreign';
    }
    ours.push(markers);
    [belowOid] = commit.parents;
    commit = byOid.get(belowOid);
  }
  const newest = ours.at(0);
  if (!newest) {
    // A commit of the base that this request was planned on, or may be now.
    return belowOid === baseCommit || belowOid === expectation.baseCommit
      ? 'empty'
      : 'foreign';
  }
  if (ours.at(-1)?.baseCommit !== belowOid) {
    return 'foreign';
  }
  // After an update the branch keeps its old base, and its tree with it.
  const updatedForPlan =
    ours.length > 1 && newest.baseCommit === expectation.baseCommit;
  return branch.tree === expectation.tree || updatedForPlan
    ? 'ours'
    : 'ours-other';
}
