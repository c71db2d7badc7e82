export {
  defaultPorts,
  freePorts,
  sandboxSystems,
  startSandbox,
} from './startSandbox';
export type {
  Sandbox,
  SandboxOptions,
  SandboxPorts,
  SandboxSystem,
} from './startSandbox';
export type { ClusterUrls } from './platforms/startCluster';
export type { SandboxTokens } from './world/SystemOptions';
export type { Person, SimulatedPlatform, World } from './world/World';
export type {
  Fault,
  FaultKind,
  FaultRequest,
  FaultSystem,
} from './world/faults';
export type { StartedCeph } from './ceph/startCeph';
export { startTalos, talosPersons } from './talos/startTalos';
export type { Talos, TalosOptions, TalosPerson } from './talos/startTalos';
export type { TalosCluster } from './talos/TalosCluster';
export { writeTalosconfig } from './talos/pki/writeTalosconfig';
export type {
  FleetDefinition,
  MachineDefinition,
} from './talos/fleet/FleetDefinition';
export { simulatedFleets } from './talos/fleet/fleets';
export type { SimulatedMachine } from './talos/fleet/SimulatedMachine';
export {
  changeMachine,
  machineChanges,
  type MachineChange,
} from './talos/fleet/changeMachine';
