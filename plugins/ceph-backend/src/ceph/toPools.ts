import type { Pool } from '@internal/plugin-ceph-common';
import type { ManagerReading } from '../manager/ManagerReader';
import { followRule } from './followRule';
import { known, unread } from './reading';
import { listStates } from './toPlacementGroups';

/** The pools; undefined where the role may read neither pools nor the map. */
export function toPools({
  full,
  observedAt,
}: ManagerReading): Pool[] | undefined {
  const { osd_map: map } = full;
  const pools = full.pools ?? map?.pools;
  return pools?.map(pool => {
    const { stats, pg_status: statuses } =
      full.pools?.find(({ pool: id }) => id === pool.pool) ?? {};
    const number = (latest?: { latest: number }) =>
      latest
        ? known(latest.latest, 'ceph-manager', observedAt)
        : unread(full.pools ? 'not-reported' : 'not-allowed');
    const applications = pool.application_metadata;
    return {
      id: pool.pool,
      name: pool.pool_name,
      type:
        pool.type === 3 || pool.type === 'erasure' ? 'erasure' : 'replicated',
      size: pool.size,
      minSize: pool.min_size,
      ...(map && followRule(map.crush, pool.crush_rule)),
      placementGroups: pool.pg_num,
      states: statuses && listStates(statuses),
      storedBytes: number(stats?.stored),
      availableBytes: number(stats?.max_avail),
      applications: Array.isArray(applications)
        ? applications
        : Object.keys(applications),
    };
  });
}
