import type { CephStatus } from '../model/CephStatus';
import { type Family, toFamily } from './Family';

const healthNumbers = { HEALTH_OK: 0, HEALTH_WARN: 1, HEALTH_ERR: 2 };
const methods = [
  'get_health',
  'get_pool_stats',
  'get_df',
  'get_fs',
  'get_quorum_status',
  'get_mgr_status',
  'get_pg_status',
  'get_osd_stats',
  'get_metadata_and_osd_status',
];

/** Health and capacity of all of it. */
export function toClusterFamilies(
  status: CephStatus,
  pastChecks: Map<string, string>,
): Family[] {
  const { checks, totals, objects } = status;
  const current = new Map(
    checks.map(({ code, severity }) => [code, severity] as const),
  );
  const space = (name: string, value: number): Family[] => [
    toFamily(`cluster_${name}`, 'gauge', `DF ${name}`, value),
    ...(status.definition.release.name === 'reef'
      ? [
          toFamily(`cluster_by_class_${name}`, 'gauge', `DF ${name}`, [
            { labels: { device_class: 'ssd' }, value },
          ]),
        ]
      : []),
  ];
  return [
    toFamily(
      'health_status',
      'untyped',
      'Cluster health status',
      healthNumbers[status.health],
    ),
    // Whether a check is muted is not told.
    toFamily(
      'health_detail',
      'gauge',
      'healthcheck status by type (0=inactive, 1=active)',
      [...new Map([...pastChecks, ...current])].map(([name, severity]) => ({
        labels: { name, severity },
        value: Number(current.has(name)),
      })),
    ),
    ...space('total_bytes', totals.bytes),
    ...space('total_used_bytes', totals.usedBytes),
    ...space('total_used_raw_bytes', totals.usedBytes),
    ...(status.definition.release.name === 'reef'
      ? [
          toFamily(
            'cluster_osd_blocklist_count',
            'gauge',
            'OSD Blocklist Count osd_blocklist_count',
            0,
          ),
        ]
      : []),
    toFamily(
      'daemon_health_metrics',
      'gauge',
      'Health metrics for Ceph daemons',
      status.monitors.map(({ name }) => ({
        labels: { type: 'SLOW_OPS', ceph_daemon: `mon.${name}` },
        value: 0,
      })),
    ),
    toFamily(
      'num_objects_degraded',
      'gauge',
      'Number of degraded objects',
      objects.degraded,
    ),
    toFamily(
      'num_objects_misplaced',
      'gauge',
      'Number of misplaced objects',
      objects.misplaced,
    ),
    toFamily('num_objects_unfound', 'gauge', 'Number of unfound objects', 0),
    toFamily(
      'healthcheck_slow_ops',
      'gauge',
      'OSD or Monitor requests taking a long time to process',
      0,
    ),
    toFamily(
      'prometheus_collect_duration_seconds_sum',
      'counter',
      'The sum of seconds took to collect all metrics of this exporter',
      methods.map(method => ({ labels: { method }, value: 0.004 })),
    ),
    toFamily(
      'prometheus_collect_duration_seconds_count',
      'counter',
      'The amount of metrics gathered for this exporter',
      methods.map(method => ({ labels: { method }, value: 1 })),
    ),
  ];
}
