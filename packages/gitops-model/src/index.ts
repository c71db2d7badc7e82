/** The one model of a GitOps repository. Pure; no I/O. @packageDocumentation */
export type { Finding, FindingSeverity } from './finding/Finding';
export { operationSchema, operationsSchema } from './operation/Operation';
export type { Operation, OperationOf } from './operation/Operation';
export type { FileEdit, Plan } from './plan/Plan';
export { readRepository } from './read/readRepository';
export type { OwnerRule, ReadOptions } from './read/ReadOptions';
export type {
  App,
  DeploymentUnit,
  ExternalSecret,
  Gateway,
  LoginClient,
  Namespace,
  RepositoryModel,
  Route,
  SecretStore,
  SourceRef,
  VolumeClaim,
} from './read/RepositoryModel';
export { applyEdits } from './snapshot/applyEdits';
export { createSnapshot, defaultMaxFileBytes } from './snapshot/createSnapshot';
export { decodeText } from './snapshot/decodeText';
export { gitBlobId } from './snapshot/gitBlobId';
export type {
  RepositorySnapshot,
  SnapshotFile,
} from './snapshot/RepositorySnapshot';
