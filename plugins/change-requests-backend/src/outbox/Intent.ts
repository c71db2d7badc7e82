import type { FileEdit, Operation, Requester } from '@internal/gitops-model';
import type {
  ChangeRequest,
  ChangeRequestState,
  FindingDto,
  TimelineEvent,
} from '@internal/plugin-change-requests-common';
import type { PullRequestStatus } from '../forge/ForgeClient';

export type PullRequestContent = NonNullable<
  NonNullable<ChangeRequest['pullRequest']>['content']
>;
export type Failure = NonNullable<ChangeRequest['failure']>;

export interface IntentPullRequest {
  number: number;
  url: string;
  headCommit?: string;
  mergeCommit?: string;
  /** What one head of the branch was found to hold. */
  content?: { commit: string; verdict: PullRequestContent };
  /** As last read while it was open. */
  checks?: PullRequestStatus['checks'];
  merging?: PullRequestStatus['merging'];
}

/** The plan as it was stored before the forge was written to. */
export interface StoredPlan {
  baseCommit: string;
  /** Git's id of all files after the edits. */
  tree: string;
  edits: FileEdit[];
  findings: FindingDto[];
}

/** A change request on its way to Git. All moments are ISO 8601 in UTC. */
export interface Intent extends StoredPlan {
  id: string;
  contentKey: string;
  generation: number;
  intentKey: string;
  platform: string;
  apps: string[];
  operations: Operation[];
  requester: Requester;
  template?: { name: string; version: string };
  title: string;
  state: ChangeRequestState;
  /** From 1; each has its own branch. */
  attempt: number;
  branch: string;
  pullRequest?: IntentPullRequest;
  /** When the portal saw the merge. */
  mergedAt?: string;
  failure?: Failure;
  staleReason?: string;
  /** Claims so far; the last claimant alone may write. */
  fence: number;
  /** Tries of this attempt that failed. */
  tries: number;
  createdAt: string;
  updatedAt: string;
  observedAt?: string;
}

export type NewIntent = Omit<
  Intent,
  'fence' | 'tries' | 'state' | 'createdAt' | 'updatedAt'
>;

/** What a worker may change; `undefined` as a value clears the field. */
export type IntentChange = Partial<
  Pick<
    Intent,
    | 'state'
    | 'baseCommit'
    | 'tree'
    | 'edits'
    | 'findings'
    | 'pullRequest'
    | 'mergedAt'
    | 'failure'
    | 'staleReason'
    | 'tries'
    | 'observedAt'
  >
> & {
  /** Ends the claim. */
  release?: true;
  nextAttemptAt?: string;
};

export type NewTimelineEvent = Omit<TimelineEvent, 'at'>;
