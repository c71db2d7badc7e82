import type { AppReference } from '@internal/plugin-ceph-common';
import type { StorageModel } from '../model/StorageModel';
import { appKey } from '../volumes/UsageIndex';

/** Apps with data on the pools, OSDs or machines of a Ceph cluster; CRUSH's or Kubernetes' names of machines. */
export function listAffectedApps(
  { volumes }: StorageModel,
  ceph: { cluster: string; name: string },
  affects: { pools: readonly string[] },
): AppReference[] {
  const pools = new Set(affects.pools);
  const apps = volumes
    .filter(
      volume =>
        volume.ceph?.cluster === ceph.cluster &&
        volume.ceph.name === ceph.name &&
        pools.has(volume.ceph.pool),
    )
    .flatMap(volume => volume.apps);
  return [...new Map(apps.map(app => [appKey(app), app])).values()];
}
