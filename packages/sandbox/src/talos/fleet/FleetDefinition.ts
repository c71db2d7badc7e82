import type { TalosVersion } from './TalosVersion';

/** One machine as a fleet names it. */
export interface MachineDefinition {
  /** Kubernetes node name. */
  name: string;
  address: string;
  role: 'control-plane' | 'worker';
  arch: 'amd64' | 'arm64';
  /** Name of a folder below `talos/models/`. */
  model: string;
  /** The first five bytes of its hardware addresses. */
  hardwareAddress: string;
  /** Name of the disk that Ceph took whole. */
  osdDisk?: string;
}

/** The machines of one cluster. */
export interface FleetDefinition {
  /** Name of the cluster. */
  cluster: string;
  /** Such as `1.12.6`. */
  version: TalosVersion;
  /** Kubernetes, such as `v1.35.3`. */
  kubernetes: string;
  machines: MachineDefinition[];
}
