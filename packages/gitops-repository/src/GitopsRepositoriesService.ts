import type { GitopsRepository } from './GitopsRepository';

/** The GitOps repositories of all configured platforms, shared by every plugin of the process. */
export interface GitopsRepositoriesService {
  /** In the order of the configuration. */
  list(): GitopsRepository[];
  /** Throws `NotFoundError` for a platform that is not configured. */
  get(platformId: string): GitopsRepository;
}
