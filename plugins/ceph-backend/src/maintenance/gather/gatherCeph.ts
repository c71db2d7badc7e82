import type {
  Reading,
  StorageSourceState,
  UnreadReason,
} from '@internal/plugin-ceph-common';
import type { CephReading } from '../../ceph/CephReading';
import type { Inventory } from '../../inventory/Inventory';
import { NodeNames } from '../../inventory/NodeNames';
import type { CephFacts } from '../facts/CephFacts';
import type { PodFacts } from '../facts/PodFacts';
import type { Freshness } from './Freshness';
import { mapReading } from './mapReading';
import { toUnreadReason } from './toUnreadReason';

/** Checks that say no more than which flags are set. */
const OF_FLAGS = new Set(['OSDMAP_FLAGS', 'OSD_FLAGS']);

/**
 * Ceph clusters whose daemons run on the cluster. That there is no other is
 * proven by pods: all of Rook's daemons belong to those that are read.
 */
export function gatherCeph(options: {
  inventory: Inventory;
  readings: readonly CephReading[];
  /** Of Ceph; none where it is not configured. */
  sources: readonly StorageSourceState[];
  isConfigured: boolean;
  pods: Reading<readonly PodFacts[]>;
  freshness: Freshness;
}): Reading<CephFacts[]> {
  const { readings, sources, isConfigured, pods, freshness } = options;
  if (!pods.known) return pods;
  const daemons = pods.value.filter(
    ({ labels }) =>
      labels.app === 'rook-ceph-osd' || labels.app === 'rook-ceph-mon',
  );
  const rook = sources.find(({ source }) => source === 'rook');
  if (!isConfigured || rook?.state === 'absent') {
    return daemons.length > 0
      ? {
          known: false,
          reason: isConfigured ? 'not-reported' : 'not-configured',
        }
      : { ...pods, value: [] };
  }
  const homes = readings.filter(({ detail }) => !detail.external);
  if (homes.length === 0 && rook?.state !== 'fresh') {
    return {
      known: false,
      reason: rook ? toUnreadReason(rook.state) : 'not-reachable',
    };
  }
  const namespaces = new Set(homes.map(({ detail }) => detail.namespace));
  if (daemons.some(({ namespace }) => !namespaces.has(namespace))) {
    // They belong to a Ceph cluster of which nothing is read.
    return { known: false, reason: 'not-reported' };
  }
  const names = NodeNames.create(options.inventory);
  return {
    ...pods,
    source: 'rook',
    value: homes.map(reading => toCephFacts(reading, names, freshness)),
  };
}

function toCephFacts(
  { detail, osdHostnames }: CephReading,
  names: NodeNames,
  freshness: Freshness,
): CephFacts {
  const distrust = findDistrust(detail);
  const trust = <T>(reading: Reading<T>): Reading<T> =>
    distrust ? { known: false, reason: distrust } : freshness.check(reading);
  const nameNode = (name: string | undefined) =>
    name === undefined ? undefined : names.find(name);
  const observed = detail.osdList.known ? detail.osdList : undefined;
  return {
    name: detail.name,
    namespace: detail.namespace,
    sources: detail.sources,
    osds: trust(
      mapReading(detail.osdList, osds =>
        osds.map(({ id, crushHost, up, in: isIn }) => ({
          id,
          node: nameNode(osdHostnames.get(id)),
          crushHost,
          up,
          in: isIn,
        })),
      ),
    ),
    pools: trust(detail.pools),
    placementGroups: trust(
      mapReading(detail.placementGroups, ({ states }) => states),
    ),
    monitors: trust(
      mapReading(detail.monitors, monitors =>
        monitors.map(monitor => ({ ...monitor, node: nameNode(monitor.node) })),
      ),
    ),
    managers: trust(detail.managers),
    filesystems: trust(detail.filesystems),
    flags: trust(detail.flags),
    warnings: observed
      ? trust({
          ...observed,
          value: detail.reasons
            .filter(
              ({ code, severity }) =>
                severity !== 'info' && !OF_FLAGS.has(code),
            )
            .map(({ code }) => code),
        })
      : { known: false, reason: 'not-reported' },
  };
}

/** Rook's resource and the manager must both prove to be fresh; else nothing of Ceph is relied on. */
function findDistrust({
  health,
  sources,
}: CephReading['detail']): UnreadReason | undefined {
  for (const needed of ['rook', 'ceph-manager'] as const) {
    const found = sources.find(({ source }) => source === needed);
    if (!found) return 'not-configured';
    if (found.state !== 'fresh') return toUnreadReason(found.state);
  }
  return health === 'unknown' ? 'stale' : undefined;
}
