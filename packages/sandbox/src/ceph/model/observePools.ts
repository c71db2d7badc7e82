import type { CephState } from './CephState';
import type {
  Fullness,
  OsdStatus,
  PlacementGroupStatus,
  PoolStatus,
} from './CephStatus';
import { fullRatios } from './observeOsds';
import { type PoolUsage, toOverhead } from './usage';

const order: Fullness[] = ['full', 'backfillfull', 'nearfull'];

/** What lies in each pool, and what fits in. */
export function observePools(
  { definition }: CephState,
  {
    usage,
    osds,
    groups,
  }: {
    usage: PoolUsage[];
    osds: OsdStatus[];
    groups: PlacementGroupStatus[];
  },
): PoolStatus[] {
  const placed = osds.filter(osd => osd.in);
  // The fullest OSD says when it is over for all.
  const tightest = Math.min(
    ...placed.map(({ device, usedBytes }) =>
      Math.max(0, device.bytes * fullRatios.full - usedBytes),
    ),
  );
  const fullness = order.find(one => placed.some(osd => osd.fullness === one));
  return definition.pools.map((pool, index) => {
    const { storedBytes, objects, rawBytes } = usage[index] ?? {
      storedBytes: 0,
      objects: 0,
      rawBytes: 0,
    };
    const availableBytes =
      placed.length === 0
        ? 0
        : Math.floor((tightest * placed.length) / toOverhead(pool));
    return {
      id: index + 1,
      definition: pool,
      rule:
        definition.pools
          .slice(0, index + 1)
          .filter(({ redundancy }) => redundancy.kind === 'erasure').length *
        Number(pool.redundancy.kind === 'erasure'),
      storedBytes,
      objects,
      rawBytes,
      availableBytes,
      used: storedBytes / Math.max(1, storedBytes + availableBytes),
      fullness,
      states: countStates(groups.filter(group => group.pool === index + 1)),
    };
  });
}

/** How many are in which state. */
export function countStates(
  groups: PlacementGroupStatus[],
): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { state } of groups) {
    counts[state] = (counts[state] ?? 0) + 1;
  }
  return counts;
}
