/** Types, schemas and permissions of Talos machines. @packageDocumentation */
export {
  nodeAnswerSchema,
  nodeChangeListSchema,
  nodeListSchema,
  nodeLiveSchema,
} from './answers';
export type { NodeList, NodeLive } from './answers';
export { factSchema, factSourceSchema, unknownReasonSchema } from './Fact';
export type { Fact, FactSource, UnknownReason } from './Fact';
export { diskClassSchema, hardwareSchema } from './Hardware';
export type { Disk, DiskClass, Hardware } from './Hardware';
export { machineDisksListSchema } from './MachineDisks';
export type { MachineDisksList } from './MachineDisks';
export {
  clusterStateSchema,
  nodeChangeSchema,
  nodeDetailSchema,
  nodeListNameSchema,
  nodeStateSchema,
  nodeSummarySchema,
} from './TalosNode';
export type {
  ClusterState,
  NodeChange,
  NodeDetail,
  NodeListName,
  NodeState,
  NodeSummary,
} from './TalosNode';
export { talosNodePermissions, talosNodeReadPermission } from './permissions';
export { readPlace } from './readPlace';
export { workloadListSchema, workloadSchema } from './Workload';
export type { Workload, WorkloadList } from './Workload';
