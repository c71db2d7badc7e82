import type { CephRelease } from './CephRelease';

/** One pool as somebody made it. */
export interface PoolDefinition {
  name: string;
  application: 'mgr' | 'rbd' | 'cephfs-metadata' | 'cephfs-data';
  /** Copies of each object, or shards of an erasure code. */
  redundancy:
    | { kind: 'replicated'; size: number; minSize: number }
    | { kind: 'erasure'; dataShards: number; codingShards: number };
  placementGroups: number;
  /** At the start; what is counted once, not per copy. */
  storedBytes: number;
  objects: number;
}

/** One machine with what of Ceph runs on it. */
export interface StorageHost {
  /** Kubernetes node name; the name in CRUSH has dashes for dots. */
  node: string;
  address: string;
  /** Such as `a`. */
  monitor?: string;
  manager?: string;
  metadataServer?: string;
}

/** A storage device with an OSD on it. */
export interface StorageDevice {
  node: string;
  /** Such as `nvme0n1`. */
  name: string;
  model: string;
  serial: string;
  bytes: number;
  /** Of the OSD, as it stands at the begin of the device. */
  osdUuid: string;
}

/** What a simulated Ceph cluster is made of; its OSDs follow from the devices of the machines. */
export interface CephDefinition {
  /** Of the Kubernetes cluster in which Rook runs it. */
  cluster: string;
  fsid: string;
  release: CephRelease;
  /** Of Rook, such as `v1.19.1`. */
  rook: string;
  hosts: StorageHost[];
  pools: PoolDefinition[];
  filesystem: string;
  /** Name of the Kubernetes cluster that uses it from outside. */
  consumer?: string;
}
