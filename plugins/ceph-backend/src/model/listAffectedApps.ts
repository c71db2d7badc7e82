import type { AppReference, HealthReason } from '@internal/plugin-ceph-common';
import type { CephReading } from '../ceph/CephReading';
import { appKey } from '../volumes/UsageIndex';
import type { StorageModel } from './StorageModel';

/**
 * Apps whose data a reason puts at risk: those with volumes in the pools that
 * it names, else in the pools with copies on its OSDs.
 */
export function listAffectedApps(
  model: StorageModel,
  ceph: CephReading,
  { dataRisk, affects }: HealthReason,
): AppReference[] {
  if (dataRisk === 'none') return [];
  const { detail } = model.homeOf(ceph);
  const pools = detail.pools.known ? detail.pools.value : [];
  const named =
    affects.pools.length > 0
      ? affects.pools
      : pools
          .filter(({ osds }) => osds?.some(id => affects.osds.includes(id)))
          .map(({ name }) => name);
  const apps = named.flatMap(pool => model.appsOfPool(detail.entityRef, pool));
  return [...new Map(apps.map(app => [appKey(app), app])).values()];
}
