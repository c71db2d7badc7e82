import type { CephStatus, PoolStatus } from '../../model/CephStatus';
import { toFraction } from '../../model/hash';
import { toSizes } from '../../model/PlacementGroup';
import { toCephTime } from '../../model/toCephTime';

const fullnessFlags = { full: 2, nearfull: 2048, backfillfull: 4096 };

/** A pool as the map of OSDs has it. */
export function toPool(status: CephStatus, pool: PoolStatus) {
  const { release } = status.definition;
  const { definition, id, fullness } = pool;
  const { size, minSize } = toSizes(definition);
  const isErasure = definition.redundancy.kind === 'erasure';
  const groups = definition.placementGroups;
  return {
    pool: id,
    pool_name: definition.name,
    flags: 1 + (fullness ? fullnessFlags[fullness] : 0),
    flags_names: ['hashpspool', ...(fullness ? [fullness] : [])].join(','),
    type: isErasure ? 3 : 1,
    size,
    min_size: minSize,
    crush_rule: pool.rule,
    peering_crush_bucket_count: 0,
    peering_crush_bucket_target: 0,
    peering_crush_bucket_barrier: 0,
    peering_crush_bucket_mandatory_member: 2147483647,
    object_hash: 2,
    pg_autoscale_mode: 'on',
    pg_num: groups,
    pg_placement_num: groups,
    pg_placement_num_target: groups,
    pg_num_target: groups,
    pg_num_pending: groups,
    last_pg_merge_meta: {
      ready_epoch: 0,
      last_epoch_started: 0,
      last_epoch_clean: 0,
      source_pgid: '0.0',
      source_version: "0'0",
      target_version: "0'0",
    },
    auid: 0,
    snap_mode: 'selfmanaged',
    snap_seq: 0,
    snap_epoch: 0,
    pool_snaps: [],
    quota_max_bytes: 0,
    quota_max_objects: 0,
    tiers: [],
    tier_of: -1,
    read_tier: -1,
    write_tier: -1,
    cache_mode: 'none',
    target_max_bytes: 0,
    target_max_objects: 0,
    cache_target_dirty_ratio_micro: 400_000,
    cache_target_dirty_high_ratio_micro: 600_000,
    cache_target_full_ratio_micro: 800_000,
    cache_min_flush_age: 0,
    cache_min_evict_age: 0,
    erasure_code_profile: isErasure ? toProfileName(definition.name) : '',
    hit_set_params: { type: 'none' },
    hit_set_period: 0,
    hit_set_count: 0,
    use_gmt_hitset: true,
    min_read_recency_for_promote: 0,
    min_write_recency_for_promote: 0,
    hit_set_grade_decay_rate: 0,
    hit_set_search_last_n: 0,
    grade_table: [],
    stripe_width: isErasure ? 8192 : 0,
    expected_num_objects: 0,
    fast_read: false,
    options: toOptions(pool),
    application_metadata: toApplications(status, pool),
    ...(release.name === 'reef' && { read_balance: toReadBalance(pool) }),
    create_time: toCephTime(status.startedAt),
    last_change: String(20 + id),
    last_force_op_resend: '0',
    last_force_op_resend_prenautilus: '0',
    last_force_op_resend_preluminous: '0',
    removed_snaps: '[]',
  };
}

/** Rook names the profile after the pool. */
export function toProfileName(pool: string): string {
  return `${pool}_ecprofile`;
}

function toOptions({ definition: { application } }: PoolStatus) {
  if (application === 'mgr') {
    return { pg_num_max: 32, pg_num_min: 1 };
  }
  return application === 'cephfs-metadata'
    ? { pg_autoscale_bias: 4, pg_num_min: 16, recovery_priority: 5 }
    : {};
}

function toApplications(
  { definition: { release, filesystem } }: CephStatus,
  { definition: { application } }: PoolStatus,
): Record<string, Record<string, string>> {
  switch (application) {
    case 'mgr':
      return { [release.managerPool.application]: {} };
    case 'rbd':
      return { rbd: {} };
    case 'cephfs-metadata':
      return { cephfs: { metadata: filesystem } };
    default:
      return { cephfs: { data: filesystem } };
  }
}

function toReadBalance({ definition }: PoolStatus) {
  const score = 1 + Math.round(100 * toFraction(definition.name)) / 100;
  return {
    score_acting: score,
    score_stable: score,
    optimal_score: 1,
    raw_score_acting: score,
    raw_score_stable: score,
    primary_affinity_weighted: 1,
    average_primary_affinity: 1,
    average_primary_affinity_weighted: 1,
  };
}
