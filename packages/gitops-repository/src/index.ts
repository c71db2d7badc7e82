/** Native Git mirrors of the platforms' GitOps repositories. @packageDocumentation */
export type { GitopsRepositoriesService } from './GitopsRepositoriesService';
export { gitopsRepositoriesServiceRef } from './gitopsRepositoriesServiceRef';
export type {
  GitopsRepository,
  RepositoryFailure,
  RepositoryFailureCode,
  RepositoryState,
} from './GitopsRepository';
export { attributeFindings } from './findings/attributeFindings';
export { entityRefs } from './naming/entityRefs';
export { nameApps } from './naming/nameApps';
export { nameComponents } from './naming/nameComponents';
export { toEntityName } from './naming/toEntityName';
export type { Platform } from './Platform';
