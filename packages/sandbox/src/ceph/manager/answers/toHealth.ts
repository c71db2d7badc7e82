import type { CephStatus } from '../../model/CephStatus';
import { countStates } from '../../model/observePools';
import { toCephTime } from '../../model/toCephTime';
import { noOsd } from '../../model/placeShards';
import type { Scope } from '../Scope';
import { toFilesystemMap, toFilesystems } from './toFilesystemMap';
import { toMonitorStatus } from './toMonitorStatus';
import { toOsd } from './toOsd';
import { toOsdMap } from './toOsdMap';
import { toPool } from './toPool';
import { toPoolStats, toPoolUsage } from './toPoolUsage';

/** All of the cluster; what a role may not read is left out. */
export function toFullHealth(status: CephStatus, scopes: readonly Scope[]) {
  const may = (scope: Scope) => scopes.includes(scope);
  return {
    health: toHealth(status),
    ...(may('monitor') && { mon_status: toMonitorStatus(status) }),
    ...(may('cephfs') && { fs_map: toFilesystemMap(status) }),
    ...(may('osd') && { osd_map: toOsdMap(status) }),
    scrub_status: 'Inactive',
    pg_info: toPlacementGroupInfo(status),
    ...(may('pool') && {
      pools: status.pools.map(pool => ({
        ...toPool(status, pool),
        pg_status: pool.states,
        stats: toPoolStats(status, pool),
      })),
      df: {
        stats: {
          ...toTotals(status),
          total_used_bytes: status.totals.usedBytes,
          total_used_raw_ratio:
            status.totals.usedBytes / Math.max(1, status.totals.bytes),
          num_osds: status.osds.length,
          num_per_pool_osds: status.osds.length,
          num_per_pool_omap_osds: status.osds.length,
        },
        pools: status.pools.map(pool => ({
          name: pool.definition.name,
          id: pool.id,
          stats: toPoolUsage(status, pool),
        })),
      },
      client_perf: toThroughput(status),
    }),
    ...(may('hosts') && { hosts: countHosts(status) }),
  };
}

/** The same, as far as the first page of the dashboard shows it. */
export function toMinimalHealth(status: CephStatus, scopes: readonly Scope[]) {
  const may = (scope: Scope) => scopes.includes(scope);
  return {
    health: toHealth(status),
    ...(may('monitor') && {
      mon_status: {
        monmap: { mons: status.monitors.map(() => ({})) },
        quorum: toMonitorStatus(status).quorum,
      },
    }),
    ...(may('cephfs') && {
      fs_map: {
        filesystems: toFilesystems(status).map(({ mdsmap }) => ({ mdsmap })),
        standbys: toFilesystemMap(status).standbys.map(() => ({})),
      },
    }),
    ...(may('osd') && {
      osd_map: {
        osds: status.osds.map(osd => {
          const { in: isIn, up, state } = toOsd(status, osd);
          return { in: isIn, up, state };
        }),
      },
    }),
    scrub_status: 'Inactive',
    pg_info: toPlacementGroupInfo(status),
    ...(may('pool') && {
      pools: status.pools.map(() => ({})),
      df: { stats: toTotals(status) },
      client_perf: toThroughput(status),
    }),
    ...(may('hosts') && { hosts: countHosts(status) }),
  };
}

function toHealth({ health, checks, mutes }: CephStatus) {
  return {
    status: health,
    checks: checks.map(
      ({ code, severity, message, count, details, muted }) => ({
        severity,
        summary: { message, count },
        detail: details.map(detail => ({ message: detail })),
        muted,
        type: code,
      }),
    ),
    mutes: mutes.map(({ code, until, summary, count }) => ({
      code,
      ttl: toCephTime(until),
      sticky: false,
      summary,
      count,
    })),
  };
}

function toPlacementGroupInfo({ groups, objects, osds }: CephStatus) {
  const placed = groups.reduce(
    (sum, { acting }) => sum + acting.filter(id => id !== noOsd).length,
    0,
  );
  return {
    object_stats: {
      num_objects: objects.count,
      num_object_copies: objects.copies,
      num_objects_degraded: objects.degraded,
      num_objects_misplaced: objects.misplaced,
      num_objects_unfound: 0,
    },
    statuses: countStates(groups),
    pgs_per_osd: placed / Math.max(1, osds.length),
  };
}

function toTotals({ totals: { bytes, usedBytes } }: CephStatus) {
  return {
    total_bytes: bytes,
    total_avail_bytes: bytes - usedBytes,
    total_used_raw_bytes: usedBytes,
  };
}

function toThroughput({ throughput }: CephStatus) {
  return {
    read_bytes_sec: throughput.readBytes,
    read_op_per_sec: throughput.readOperations,
    write_bytes_sec: throughput.writeBytes,
    write_op_per_sec: throughput.writeOperations,
    recovering_bytes_per_sec: throughput.recoveringBytes,
  };
}

function countHosts({ definition }: CephStatus): number {
  return definition.hosts.length;
}
