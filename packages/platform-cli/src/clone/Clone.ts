import type { RepositorySnapshot } from '@internal/gitops-model';

/** What was read of a repository on disk. */
export interface Clone {
  snapshot: RepositorySnapshot;
  /** Address of the remote `origin` without credentials, where there is one. */
  originUrl?: string;
}
