import type { Reading, Volume } from '@internal/plugin-ceph-common';
import { NotFoundError } from '@backstage/errors';
import type { StorageCluster } from '../../config';
import type { Inventory } from '../../inventory/Inventory';
import { listSources } from '../../inventory/listSources';
import type { StorageModel } from '../../model/StorageModel';
import type { ClusterFacts } from '../facts/ClusterFacts';
import { unreadReason } from '../facts/unreadReason';
import { Freshness } from './Freshness';
import { gatherCeph } from './gatherCeph';
import { gatherEtcd } from './gatherEtcd';
import { gatherMachines } from './gatherMachines';
import { gatherBudgets, gatherPods } from './gatherPods';

/** So many cycles may fail before what they told is too old. */
const MISSED_CYCLES = 3;
const GRACE_MILLISECONDS = 60_000;

/**
 * Everything a verdict rests on, from what was last read of the platform.
 * Throws `NotFoundError` where the cluster is no part of it.
 */
export function gatherFacts(options: {
  cluster: StorageCluster;
  model: StorageModel;
  now: Date;
}): ClusterFacts {
  const { cluster, model, now } = options;
  const reading = model.readings.find(
    ({ inventory }) => inventory.cluster === cluster.cluster,
  );
  if (!reading) {
    throw new NotFoundError(`Nothing is read of a cluster ${cluster.cluster}`);
  }
  const { inventory, ceph, sources } = reading;
  const freshness = new Freshness({
    now,
    maximumAgeMilliseconds:
      MISSED_CYCLES * cluster.refreshMilliseconds + GRACE_MILLISECONDS,
  });
  const pods = gatherPods(inventory, freshness);
  return {
    platform: cluster.platform,
    cluster: cluster.cluster,
    sources: listSources(inventory),
    machines: gatherMachines(inventory, freshness),
    etcd: gatherEtcd(inventory, freshness),
    pods,
    budgets: gatherBudgets(inventory, freshness),
    volumes: gatherVolumes(model, inventory, freshness),
    guestVolumes: gatherGuestVolumes(model, cluster, freshness, now),
    ceph: gatherCeph({
      inventory,
      readings: ceph,
      sources,
      isConfigured: cluster.ceph !== undefined,
      pods,
      freshness,
    }),
  };
}

/** Volumes with what uses them: all three lists must be known. */
function gatherVolumes(
  model: StorageModel,
  { cluster, kubernetes }: Inventory,
  freshness: Freshness,
): Reading<readonly Volume[]> {
  const missing = unreadReason(
    freshness.fromKept(kubernetes.claims, 'kubernetes'),
    freshness.fromKept(kubernetes.pods, 'kubernetes'),
  );
  return missing
    ? { known: false, reason: missing }
    : freshness.check(model.volumesOf(cluster));
}

function gatherGuestVolumes(
  model: StorageModel,
  { cluster }: StorageCluster,
  freshness: Freshness,
  now: Date,
): Reading<readonly Volume[]> {
  const found: Volume[] = [];
  let observedAt = now.toISOString();
  for (const { inventory } of model.readings) {
    if (inventory.cluster === cluster) continue;
    const volumes = gatherVolumes(model, inventory, freshness);
    if (!volumes.known) return volumes;
    if (volumes.observedAt < observedAt) observedAt = volumes.observedAt;
    found.push(
      ...volumes.value.filter(({ ceph }) => ceph?.cluster === cluster),
    );
  }
  return { known: true, source: 'kubernetes', observedAt, value: found };
}
