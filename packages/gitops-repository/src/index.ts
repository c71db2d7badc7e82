/** Native Git mirrors of the platforms' GitOps repositories. @packageDocumentation */
export type { GitopsRepositoriesService } from './GitopsRepositoriesService';
export { gitopsRepositoriesServiceRef } from './gitopsRepositoriesServiceRef';
export type {
  GitopsRepository,
  RepositoryFailure,
  RepositoryFailureCode,
  RepositoryState,
} from './GitopsRepository';
export type { Platform } from './Platform';
