/** The one model of a GitOps repository. Pure; no I/O. @packageDocumentation */
export type { Finding, FindingSeverity } from './finding/Finding';
export { findingCodes } from './finding/findingCodes';
export type { FindingCode } from './finding/findingCodes';
export type {
  AppDescription,
  ChartDescription,
  ContainerDescription,
  RouteDescription,
  VolumeDescription,
  WorkloadDescription,
} from './describe/AppDescription';
export { describeApp } from './describe/describeApp';
export { operationSchema, operationsSchema } from './operation/Operation';
export type { ChartValues } from './operation/chartValues';
export type { Operation, OperationOf } from './operation/Operation';
export { checkAppOwner } from './checks/checkOwner';
export { checkField } from './checks/checkField';
export type {
  FieldCheckAnswer,
  FieldCheckInput,
  FieldCheckOptions,
} from './checks/checkField';
export { readHclBlocks } from './edit/hcl/readHclBlocks';
export type { HclReading } from './edit/hcl/readHclBlocks';
export type { HclAttribute, HclBlock, HclLiteral } from './edit/hcl/HclBlock';
export { parseJson } from './edit/json/parseJson';
export type { YamlValue } from './edit/yaml/YamlValue';
export { ObjectComparer } from './objects/ObjectComparer';
export type { ObjectChange, ObjectComparison } from './objects/ObjectChange';
export { learnProfile } from './learn/learnProfile';
export type { Choice, LearnedProfile } from './learn/LearnedProfile';
export type { FileEdit, Plan } from './plan/Plan';
export { planOperations } from './plan/planOperations';
export type { PlanOptions } from './plan/planOperations';
export type { Requester } from './plan/Requester';
export { blockOptions, blocksOf } from './profile/blockOptions';
export { expandNames } from './profile/expandNames';
export { isWritable } from './profile/isWritable';
export { parseProfile } from './profile/parseProfile';
export type {
  BlockName,
  BlockOptions,
  Layout,
  Profile,
  WritableProfile,
} from './profile/Profile';
export { summarizeProfile } from './profile/summarizeProfile';
export type { ProfileSummary } from './profile/summarizeProfile';
export { readRepository } from './read/readRepository';
export { RepositoryReader } from './read/RepositoryReader';
export type {
  App,
  Chart,
  DashboardEntry,
  Database,
  DeploymentUnit,
  ExternalSecret,
  Gateway,
  Host,
  LoginClient,
  Namespace,
  Node,
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
