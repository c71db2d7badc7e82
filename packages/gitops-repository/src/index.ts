/** Native Git mirrors of the platforms' GitOps repositories. @packageDocumentation */
export type { GitopsRepositoriesService } from './GitopsRepositoriesService';
export { gitopsRepositoriesServiceRef } from './gitopsRepositoriesServiceRef';
export type {
  GitopsRepository,
  RepositoryFailure,
  RepositoryFailureCode,
  RepositoryState,
} from './GitopsRepository';
export type { CatalogInfo } from './apps/CatalogInfo';
export type { DescribedApp } from './apps/DescribedApp';
export { describeApps } from './apps/describeApps';
export { attributeFindings } from './findings/attributeFindings';
export { entityRefs } from './naming/entityRefs';
export { takenComponents } from './naming/takenComponents';
export { toEntityName } from './naming/toEntityName';
export type { Platform } from './Platform';
