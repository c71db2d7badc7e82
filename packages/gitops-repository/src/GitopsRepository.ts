import type {
  RepositoryModel,
  RepositorySnapshot,
} from '@internal/gitops-model';
import type { Platform } from './Platform';

/** One platform's GitOps repository, mirrored in the background. */
export interface GitopsRepository {
  readonly platform: Platform;

  /** What is known now, without asking the remote. */
  current(): RepositoryState;

  /**
   * Asks the remote and answers with what is known then. Calls that wait at
   * the same time share one request. Never throws for a remote that fails:
   * `failure` says so. Throws `AbortError` when the signal aborts first.
   */
  refresh(options?: { signal?: AbortSignal }): Promise<RepositoryState>;

  /**
   * Calls the listener after every cycle that changed the commit, or that
   * began or ended a failure. Returns the function that ends it.
   */
  onChange(listener: (state: RepositoryState) => void): () => void;

  /** What the platform's profile finds in a snapshot; each snapshot is read once. */
  read(snapshot: RepositorySnapshot): RepositoryModel;

  /** Web address of a file at a commit; of its line where one is given. */
  fileUrl(path: string, options: { commit: string; line?: number }): string;

  /** Web address of a commit. */
  commitUrl(commit: string): string;
}

export interface RepositoryState {
  /** The last commit that was read whole; `undefined` before the first. */
  observation?: {
    snapshot: RepositorySnapshot;
    /** ISO 8601; when the remote last said that this is the branch's commit. */
    observedAt: string;
  };
  /** Present while the last try failed. */
  failure?: RepositoryFailure;
}

export interface RepositoryFailure {
  code: RepositoryFailureCode;
  /** ISO 8601; the first of the tries that have failed in a row. */
  since: string;
  /** One sentence for people. */
  reason: string;
}

export type RepositoryFailureCode =
  | 'branch-missing'
  | 'empty-tree'
  | 'forbidden'
  | 'git-failed'
  | 'not-found'
  | 'redirected'
  | 'timeout'
  | 'unreachable';
