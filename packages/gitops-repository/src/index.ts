export type { GitopsRepositoriesService } from './GitopsRepositoriesService';
export type {
  GitopsRepository,
  RepositoryFailure,
  RepositoryFailureCode,
  RepositoryState,
} from './GitopsRepository';
export type { Platform } from './Platform';
