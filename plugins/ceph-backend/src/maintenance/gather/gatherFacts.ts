import type {
  Reading,
  StorageSourceState,
  Volume,
} from '@internal/plugin-ceph-common';
import type { CephReading } from '../../ceph/CephReading';
import type { StorageCluster } from '../../config';
import type { Inventory } from '../../inventory/Inventory';
import { listSources } from '../../inventory/listSources';
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

/** What was last read of a cluster. */
export interface ReadCluster {
  cluster: StorageCluster;
  inventory: Inventory;
  ceph: readonly CephReading[];
  cephSources: readonly StorageSourceState[];
  volumes: readonly Volume[];
}

/** Everything a verdict rests on; `others` are the other clusters of the portal, some of which may store on the Ceph of this one. */
export function gatherFacts(
  read: ReadCluster,
  others: readonly ReadCluster[],
  now: Date,
): ClusterFacts {
  const { cluster, inventory } = read;
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
    volumes: gatherVolumes(read, freshness),
    guestVolumes: gatherGuestVolumes(read, others, freshness, now),
    ceph: gatherCeph({
      inventory,
      readings: read.ceph,
      sources: read.cephSources,
      isConfigured: cluster.ceph !== undefined,
      pods,
      freshness,
    }),
  };
}

function gatherVolumes(
  { inventory, volumes }: ReadCluster,
  freshness: Freshness,
): Reading<readonly Volume[]> {
  const { kubernetes } = inventory;
  const read = freshness.fromKept(kubernetes.volumes, 'kubernetes');
  const missing = unreadReason(
    freshness.fromKept(kubernetes.claims, 'kubernetes'),
    freshness.fromKept(kubernetes.pods, 'kubernetes'),
  );
  if (!read.known) return read;
  return missing
    ? { known: false, reason: missing }
    : { ...read, value: volumes };
}

function gatherGuestVolumes(
  { cluster }: ReadCluster,
  others: readonly ReadCluster[],
  freshness: Freshness,
  now: Date,
): Reading<readonly Volume[]> {
  const guests = others.filter(
    other => other.cluster.platform === cluster.platform,
  );
  const read = guests.map(guest => gatherVolumes(guest, freshness));
  const missing = unreadReason(...read);
  if (missing) return { known: false, reason: missing };
  return {
    known: true,
    source: 'kubernetes',
    observedAt: read
      .flatMap(found => (found.known ? [found.observedAt] : []))
      .reduce(
        (oldest, found) => (found < oldest ? found : oldest),
        now.toISOString(),
      ),
    value: read
      .flatMap(found => (found.known ? found.value : []))
      .filter(({ ceph }) => ceph?.cluster === cluster.cluster),
  };
}
