/** Brings the apps of GitOps repositories into the catalog. @packageDocumentation */
export { catalogModuleGitops as default } from './module';
