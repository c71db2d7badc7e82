import type { Claim } from './Claim';
import type { StorageClass } from './StorageClass';

/** Where the storage systems of a cluster keep volumes. */
export interface StorageBackends {
  /** Ids of the pools of the Ceph cluster in use, by name. */
  cephPools?: Record<string, number>;
  /** Of its filesystems: their ids, and the pool that files lie in. */
  cephFilesystems?: Record<string, { id: number; dataPool: string }>;
  /** Folder on each machine; default `/var/openebs/local`. */
  openebsPath?: string;
  /** Folder on each machine; default `/opt/local-path-provisioner`. */
  localPath?: string;
  /** What the provisioner of an NFS class was installed with. */
  nfs?: { server: string; path: string };
}

/** A volume to be made for a claim. */
export interface Provisioning {
  claim: Claim;
  storageClass: StorageClass;
  /** Name of the PersistentVolume: `pvc-` and the uid of the claim. */
  volume: string;
  /** Chosen by the scheduler; undefined where any is as good. */
  node: string | undefined;
  backends: StorageBackends;
}

/** What a provisioner writes into the PersistentVolume, besides what all of them do. */
export interface ProvisionedVolume {
  /** Kind of the volume, and where its data may be used. */
  spec: Record<string, unknown>;
  annotations?: Record<string, string>;
  labels?: Record<string, string>;
  finalizers?: string[];
}

/** Undefined when it cannot make the volume. */
export type Provisioner = (
  provisioning: Provisioning,
) => ProvisionedVolume | undefined;
