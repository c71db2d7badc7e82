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
