import type { CephStatus } from '../../model/CephStatus';
import { fullRatios } from '../../model/observeOsds';
import { toCephTime } from '../../model/toCephTime';
import { toCrush, toTree } from './toCrush';
import { toOsd } from './toOsd';
import { toOsdMetadata } from './toOsdMetadata';
import { toPool, toProfileName } from './toPool';

/** Bits of the flags that a map always has, and of those somebody sets. */
const usualFlags = 5_799_936;
const flagBits: Record<string, number> = {
  noup: 32,
  nodown: 64,
  noout: 128,
  noin: 256,
  nobackfill: 512,
  norecover: 1024,
  noscrub: 2048,
  norebalance: 16_384,
};

/** The map of OSDs with what the manager adds to it. */
export function toOsdMap(status: CephStatus) {
  const { release, pools, fsid } = status.definition;
  const isReef = release.name === 'reef';
  const set = status.flags.filter(flag => flagBits[flag] !== undefined);
  const past = toCephTime(status.startedAt);
  return {
    epoch: status.epoch,
    flags: [
      ...set,
      'sortbitwise',
      'recovery_deletes',
      'purged_snapdirs',
      'pglog_hardlimit',
    ].join(','),
    flags_num: set.reduce(
      (sum, flag) => sum + (flagBits[flag] ?? 0),
      usualFlags,
    ),
    flags_set: status.flags,
    crush_version: 17,
    full_ratio: fullRatios.full,
    backfillfull_ratio: fullRatios.backfillfull,
    nearfull_ratio: fullRatios.nearfull,
    cluster_snapshot: '',
    pool_max: pools.length,
    max_osd: status.osds.length,
    require_min_compat_client: 'luminous',
    min_compat_client: 'jewel',
    require_osd_release: release.name,
    ...(isReef && { allow_crimson: false }),
    pools: status.pools.map(pool => toPool(status, pool)),
    osds: status.osds.map(osd => toOsd(status, osd)),
    osd_xinfo: status.osds.map(({ id, downAt }) => ({
      osd: id,
      laggy_probability: 0,
      laggy_interval: 0,
      features: Number(release.features.decimal),
      old_weight: 0,
      dead_epoch: 0,
      down_stamp: downAt === 0 ? '0.000000' : past,
      last_purged_snaps_scrub: past,
    })),
    pg_upmap: [],
    pg_upmap_items: [],
    ...(isReef && { pg_upmap_primaries: [] }),
    primary_temp: [],
    blocklist: {},
    range_blocklist: {},
    erasure_code_profiles: {
      default: {
        k: '2',
        m: '2',
        plugin: 'jerasure',
        technique: 'reed_sol_van',
      },
      ...Object.fromEntries(
        pools.flatMap(({ name, redundancy }) =>
          redundancy.kind === 'erasure'
            ? [
                [
                  toProfileName(name),
                  {
                    'crush-device-class': '',
                    'crush-failure-domain': 'host',
                    'crush-root': 'default',
                    'jerasure-per-chunk-alignment': 'false',
                    k: String(redundancy.dataShards),
                    m: String(redundancy.codingShards),
                    plugin: 'jerasure',
                    technique: 'reed_sol_van',
                    w: '8',
                  },
                ],
              ]
            : [],
        ),
      ),
    },
    removed_snaps_queue: [],
    new_removed_snaps: [],
    new_purged_snaps: [],
    crush_node_flags: status.nodeFlags,
    device_class_flags: {},
    stretch_mode: {
      stretch_mode_enabled: false,
      stretch_bucket_count: 0,
      degraded_stretch_mode: 0,
      recovering_stretch_mode: 0,
      stretch_mode_bucket: 0,
    },
    fsid,
    created: past,
    modified: past,
    last_up_change: past,
    last_in_change: past,
    tree: toTree(status),
    crush: toCrush(status),
    crush_map_text: {},
    osd_metadata: Object.fromEntries(
      status.osds.map(osd => [String(osd.id), toOsdMetadata(status, osd)]),
    ),
  };
}
