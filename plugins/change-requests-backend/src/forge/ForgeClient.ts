import type { ScmIntegrationRegistry } from '@backstage/integration';
import type { FileEdit } from '@internal/gitops-model';
import type { ChangeRequest } from '@internal/plugin-change-requests-common';

/** What every client of a forge is made with. */
export interface ForgeOptions {
  integrations: ScmIntegrationRegistry;
  /** How long one call may take. */
  deadlineMilliseconds: number;
}

/** A repository on a forge. */
export interface ForgeRepository {
  /** Web address, without `.git` and final slash. */
  url: string;
  /** The branch pull requests ask to be merged into. */
  base: string;
}

/** A commit as the protocol needs it: whose it is, and what lies below. */
export interface ForgeCommit {
  oid: string;
  message: string;
  parents: string[];
}

export interface ForgePullRequest {
  /** The forge's own id, for later writes. */
  id: string;
  number: number;
  url: string;
  state: 'open' | 'merged' | 'closed';
  body: string;
  headCommit: string;
  labels: string[];
  reviewers: string[];
}

/** What one reading of the forge says of one branch. */
export interface ForgeReading {
  repositoryId: string;
  baseCommit: string;
  branch?: {
    /** Newest first, at most ten: the head and what it is built on. */
    commits: ForgeCommit[];
    /** Git's id of all files at the head. */
    tree: string;
  };
  /** Of this branch, in any state, newest first; none from forks. */
  pullRequests: ForgePullRequest[];
  /** The forge's ids of labels and people asked for, as far as there are any. */
  labelIds: Map<string, string>;
  reviewerIds: Map<string, string>;
}

export interface ReadBranchOptions {
  branch: string;
  labels: string[];
  reviewers: string[];
}

export interface CommitOptions {
  repositoryId: string;
  branch: string;
  /** The commit the branch must be at; anything else fails with `stale`. */
  expectedHead: string;
  /** Create the branch at `expectedHead` first; fails where it exists. */
  createBranch: boolean;
  headline: string;
  body: string;
  edits: FileEdit[];
}

export interface OpenPullRequestOptions {
  repositoryId: string;
  branch: string;
  title: string;
  body: string;
}

export interface ProposeOptions {
  /** On a branch that is made for it. */
  commit: Omit<CommitOptions, 'createBranch'>;
  title: string;
  body: string;
}

export interface DecorateOptions {
  pullRequest: ForgePullRequest;
  labels: string[];
  /** Ids of labels the forge has already. */
  labelIds: Map<string, string>;
  reviewerIds: string[];
}

type PullRequestOfRequest = NonNullable<ChangeRequest['pullRequest']>;

/** The state of a pull request after it was opened. */
export interface PullRequestStatus {
  number: number;
  state: 'open' | 'merged' | 'closed';
  approved: boolean;
  /** Missing while the forge has not read it yet. */
  headCommit?: string;
  mergeCommit?: string;
  /** Forge logins, where known. */
  approvedBy?: string;
  mergedBy?: string;
  /** What checks say of the head; `none`: there are none; `unknown`: the forge does not tell. */
  checks: NonNullable<PullRequestOfRequest['checks']>;
  /** Whether the base takes the head; `unknown` also while the forge still looks. */
  merging: NonNullable<PullRequestOfRequest['merging']>;
}

/**
 * What a forge must be able to do. Every write is a compare-and-swap, none is
 * forced. All methods throw `ForgeError`, and end when the signal aborts.
 */
export interface ForgeClient {
  /** Characters the forge takes as text of a pull request. */
  readonly maxBodyLength: number;

  read(
    repository: ForgeRepository,
    options: ReadBranchOptions,
    signal: AbortSignal,
  ): Promise<ForgeReading>;

  commit(
    repository: ForgeRepository,
    options: CommitOptions,
    signal: AbortSignal,
  ): Promise<void>;

  openPullRequest(
    repository: ForgeRepository,
    options: OpenPullRequestOptions,
    signal: AbortSignal,
  ): Promise<ForgePullRequest>;

  /**
   * Branch, commit and pull request in one call, where the forge has one. What
   * was done before something failed stays, and the next reading finds it.
   */
  propose?(
    repository: ForgeRepository,
    options: ProposeOptions,
    signal: AbortSignal,
  ): Promise<ForgePullRequest>;

  /** Adds labels, making those that are missing, and asks for reviews. */
  decorate(
    repository: ForgeRepository,
    options: DecorateOptions,
    signal: AbortSignal,
  ): Promise<void>;

  /** Reads many pull requests at once. Those the forge does not know are missing. */
  readPullRequests(
    repository: ForgeRepository,
    numbers: number[],
    signal: AbortSignal,
  ): Promise<PullRequestStatus[]>;
}
