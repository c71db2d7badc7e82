import type { CephDetail, UnreadReason } from '@internal/plugin-ceph-common';
import { entityRefs } from '@internal/gitops-repository';
import { type CephInputs, findOperatorError, isRookProven } from './CephInputs';
import type { CephReading } from './CephReading';
import { judgeHealth } from './judgeHealth';
import { listChecks } from './listChecks';
import { listDoubts } from './listDoubts';
import { listFindings } from './listFindings';
import { known, unread } from './reading';
import { toCapacity } from './toCapacity';
import { toFilesystems } from './toFilesystems';
import { toFlags } from './toFlags';
import { readMetrics } from './readMetrics';
import { toManagers, toMonitors } from './toDaemons';
import { toOsds } from './toOsds';
import { toPlacementGroups } from './toPlacementGroups';
import { toPools } from './toPools';
import { toVersions } from './toVersions';

const SEVERITIES = ['critical', 'warning', 'info'] as const;

/** Merges what all sources say of one Ceph cluster; `since` and forecast are added by who remembers. */
export function buildCeph(inputs: CephInputs): CephReading {
  const { platform, cluster, rook, manager } = inputs;
  const { metadata, spec, status } = rook.resource;
  const reading = manager.reading;
  const full = reading?.full;
  const isFresh = manager.state === 'fresh';
  const metrics = readMetrics(inputs);
  const missing = whyMissing(inputs);
  const at = reading?.observedAt ?? inputs.now;
  const place = { cluster, name: metadata.name };
  const rookOsds = rook.workloads?.osds ?? new Map();

  /** What stays worth knowing while the manager is silent, with its age. */
  const lasting = <T>(value: T | undefined) =>
    value === undefined
      ? unread(reading ? 'not-allowed' : missing)
      : known(value, 'ceph-manager', at);
  /** What would mislead as soon as it is old. */
  const current = <T>(value: T | undefined) =>
    isFresh || !reading ? lasting(value) : unread(missing);

  const osdList = reading ? toOsds(reading, place, rookOsds) : undefined;
  const parts = {
    osdList: osdList ? lasting(osdList) : (metrics.osdList ?? lasting(osdList)),
    pools: lasting(reading && toPools(reading)),
    monitors: isFresh
      ? current(toMonitors(full?.mon_status, rook.workloads?.monitors))
      : (metrics.monitors ?? current(undefined)),
    placementGroups: current(full?.pg_info && toPlacementGroups(full.pg_info)),
  };
  const checks = listChecks(inputs, parts);
  const findings = listFindings(inputs, parts);
  const doubts = listDoubts(inputs);
  const reported = listReported(inputs);
  const detail: CephDetail = {
    platform,
    cluster,
    namespace: metadata.namespace,
    name: metadata.name,
    entityRef: entityRefs.cephCluster(place),
    fsid: status.ceph?.fsid ?? (isFresh ? full?.osd_map?.fsid : undefined),
    external: spec.external?.enable ?? false,
    health: judgeHealth({
      reported: reported
        .filter(({ proven }) => proven)
        .map(({ health }) => health),
      reasons: [...checks, ...findings],
      doubts,
    }),
    reported,
    reasons: [...checks, ...doubts, ...findings]
      .filter(
        (reason, index, all) =>
          all.findIndex(({ code }) => code === reason.code) === index,
      )
      .sort(
        (a, b) =>
          SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
          Number(a.muted) - Number(b.muted),
      ),
    capacity: toCapacity(inputs),
    osds: countOsds(parts.osdList, isFresh),
    sources: inputs.sources,
    versions: toVersions(status.ceph?.versions?.overall),
    usage: lasting(
      full?.df &&
        full.osd_map && {
          totalBytes: full.df.stats.total_bytes,
          usedBytes: full.df.stats.total_used_raw_bytes,
          nearFull: full.osd_map.nearfull_ratio,
          backfillFull: full.osd_map.backfillfull_ratio,
          full: full.osd_map.full_ratio,
        },
    ),
    forecast: unread('too-early'),
    pools: parts.pools,
    placementGroups: parts.placementGroups,
    osdList: parts.osdList,
    monitors: parts.monitors,
    managers: toManagers(inputs, metrics.managers),
    filesystems: current(full && toFilesystems(full)),
    activity: current(
      full?.client_perf && {
        readBytesPerSecond: full.client_perf.read_bytes_sec,
        writtenBytesPerSecond: full.client_perf.write_bytes_sec,
        readsPerSecond: full.client_perf.read_op_per_sec,
        writesPerSecond: full.client_perf.write_op_per_sec,
        recoveredBytesPerSecond: full.client_perf.recovering_bytes_per_sec,
      },
    ),
    flags: reading
      ? current(full?.osd_map && toFlags(full.osd_map))
      : (metrics.flags ?? unread(missing)),
  };
  return {
    detail,
    rookOsds,
    osdHostnames: new Map(
      Object.entries(full?.osd_map?.osd_metadata ?? {}).flatMap(
        ([id, { hostname }]) => (hostname ? [[Number(id), hostname]] : []),
      ),
    ),
  };
}

/** What the manager told before counts for the list, with its age, and not for how many are up. */
function countOsds(
  list: CephDetail['osdList'],
  isManagerFresh: boolean,
): CephDetail['osds'] {
  if (!list.known) return list;
  const { value, source, observedAt } = list;
  if (source === 'ceph-manager' && !isManagerFresh) return unread('stale');
  return known(
    {
      total: value.length,
      up: value.filter(({ up }) => up).length,
      in: value.filter(osd => osd.in).length,
    },
    source,
    observedAt,
  );
}

/** Why what only the manager tells is not there, or not current. */
function whyMissing({ manager }: CephInputs): UnreadReason {
  switch (manager.state) {
    case 'not-configured':
      return 'not-configured';
    case 'refused':
      return 'not-allowed';
    case 'unreachable':
      return 'not-reachable';
    default:
      return 'stale';
  }
}

function listReported(inputs: CephInputs): NonNullable<CephDetail['reported']> {
  const { rook, manager, metrics } = inputs;
  const { ceph } = rook.resource.status;
  const status = metrics?.metrics.get('ceph_health_status')?.at(0)?.value;
  const words = ['HEALTH_OK', 'HEALTH_WARN', 'HEALTH_ERR'];
  return [
    ...(ceph?.health
      ? [
          {
            source: 'rook' as const,
            health: ceph.health,
            observedAt: ceph.lastChecked ?? rook.observedAt.toISOString(),
            proven: isRookProven(inputs),
          },
        ]
      : []),
    ...(manager.reading
      ? [
          {
            source: 'ceph-manager' as const,
            health: manager.reading.full.health.status,
            observedAt: manager.reading.observedAt.toISOString(),
            proven: manager.state === 'fresh',
          },
        ]
      : []),
    ...(metrics && status !== undefined && words[status]
      ? [
          {
            source: 'prometheus' as const,
            health: words[status],
            observedAt: metrics.observedAt.toISOString(),
            // It says so for as long as it likes without monitors; trouble it cannot invent.
            proven: status > 0 && findOperatorError(inputs) === undefined,
          },
        ]
      : []),
  ];
}
