/** The one model of a GitOps repository. Pure; no I/O. @packageDocumentation */
export type { Finding, FindingSeverity } from './finding/Finding';
export { operationSchema, operationsSchema } from './operation/Operation';
export type { Operation, OperationOf } from './operation/Operation';
export type { FileEdit, Plan } from './plan/Plan';
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
export type {
  RepositorySnapshot,
  SnapshotFile,
} from './snapshot/RepositorySnapshot';
