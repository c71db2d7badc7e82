import { toPoolUsage } from '../manager/answers/toPoolUsage';
import type { CephStatus, PoolStatus } from '../model/CephStatus';
import { type Family, toFamily } from './Family';

const counters = ['rd', 'rd_bytes', 'wr', 'wr_bytes'];
const numbers = [
  'max_avail',
  'avail_raw',
  'stored',
  'stored_raw',
  'objects',
  'dirty',
  'quota_bytes',
  'quota_objects',
  ...counters,
  'compress_bytes_used',
  'compress_under_bytes',
  'bytes_used',
  'percent_used',
] as const;
const rates = [
  'recovering_objects_per_sec',
  'recovering_bytes_per_sec',
  'recovering_keys_per_sec',
  'num_objects_recovered',
  'num_bytes_recovered',
];

/** Pools with what lies in them. */
export function toPoolFamilies(status: CephStatus): Family[] {
  const { pools, definition, throughput } = status;
  const isPacific = definition.release.name === 'pacific';
  const each = (
    name: string,
    type: Family['type'],
    help: string,
    toValue: (pool: PoolStatus) => number,
    label = 'pool_id',
  ) =>
    toFamily(
      name,
      type,
      help,
      pools.map(pool => ({
        labels: { [label]: String(pool.id) },
        value: toValue(pool),
      })),
    );
  return [
    toFamily(
      'pool_metadata',
      'untyped',
      'POOL Metadata',
      pools.map(pool => ({
        labels: {
          pool_id: String(pool.id),
          name: pool.definition.name,
          ...toKind(pool),
          compression_mode: 'none',
        },
        value: 1,
      })),
    ),
    each(
      'pool_objects_repaired',
      'counter',
      `Number of objects repaired in a pool${isPacific ? ' Count' : ''}`,
      () => 0,
      isPacific ? 'poolid' : 'pool_id',
    ),
    ...rates.map(name =>
      each(`pool_${name}`, 'gauge', `OSD pool stats: ${name}`, ({ states }) =>
        name === 'recovering_bytes_per_sec' && isRepairing(states)
          ? throughput.recoveringBytes
          : 0,
      ),
    ),
    ...numbers.map(name =>
      each(
        `pool_${name}`,
        counters.includes(name) ? 'counter' : 'gauge',
        `DF pool ${name}`,
        pool =>
          Object.entries(toPoolUsage(status, pool))
            .filter(([key]) => key === name)
            .reduce((sum, [, value]) => sum + value, 0),
      ),
    ),
  ];
}

function isRepairing(states: Record<string, number>): boolean {
  return Object.keys(states).some(state =>
    /recovering|backfilling/.test(state),
  );
}

function toKind({ definition: { redundancy } }: PoolStatus) {
  return redundancy.kind === 'replicated'
    ? { type: 'replicated', description: `replica:${redundancy.size}` }
    : {
        type: 'erasure',
        description: `ec:${redundancy.dataShards}+${redundancy.codingShards}`,
      };
}
