import { createApiRef } from '@backstage/frontend-plugin-api';
import {
  CephDetail,
  CephSample,
  Chain,
  NodeMaintenance,
  RollingPlan,
  StorageList,
  Volume,
  VolumeKind,
  VolumeList,
} from '@internal/plugin-ceph-common';

/** A Kubernetes cluster of a platform. */
export interface StoragePlace {
  platform: string;
  cluster: string;
}

/** A Ceph cluster by the name of its CephCluster resource. */
export interface CephName extends StoragePlace {
  name: string;
}

/** A machine by its name on its cluster. */
export interface NodeName extends StoragePlace {
  node: string;
}

/** Which volumes to read; `app` is an entity ref. */
export interface VolumeQuery extends Partial<StoragePlace> {
  kind?: VolumeKind;
  state?: Volume['state'];
  app?: string;
  node?: string;
  q?: string;
  /** 0-based. */
  offset?: number;
  limit?: number;
}

/** What the chain is read of, by one of these; without any, all of the cluster. */
export interface ChainQuery extends StoragePlace {
  node?: string;
  /** Number of the OSD. */
  osd?: string;
  pool?: string;
  /** Name of the PersistentVolume. */
  volume?: string;
  /** Entity ref. */
  app?: string;
  /** Ceph cluster that `osd` and `pool` belong to, or all of it without them. */
  ceph?: string;
}

/** Reads what the portal knows of storage. Failures are `ResponseError`s. */
export interface CephApi {
  /** Storage of all clusters, or those of one platform. */
  listStorage(
    scope: { platform?: string },
    signal?: AbortSignal,
  ): Promise<StorageList>;
  getCeph(ceph: CephName, signal?: AbortSignal): Promise<CephDetail>;
  /** Oldest first. */
  listSamples(
    ceph: CephName,
    hours: number,
    signal?: AbortSignal,
  ): Promise<CephSample[]>;
  listVolumes(query: VolumeQuery, signal?: AbortSignal): Promise<VolumeList>;
  getChain(query: ChainQuery, signal?: AbortSignal): Promise<Chain>;
  /** The verdict for every machine, and an order for all. */
  getRollingPlan(
    place: StoragePlace,
    signal?: AbortSignal,
  ): Promise<RollingPlan>;
  getNodeMaintenance(
    node: NodeName,
    signal?: AbortSignal,
  ): Promise<NodeMaintenance>;
}

export const cephApiRef = createApiRef<CephApi>().with({
  id: 'plugin.ceph.client',
  pluginId: 'ceph',
});
