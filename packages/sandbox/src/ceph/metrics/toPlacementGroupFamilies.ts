import type { CephStatus } from '../model/CephStatus';
import { type Family, toFamily } from './Family';

const words = [
  'active',
  'clean',
  'down',
  'recovery_unfound',
  'backfill_unfound',
  'scrubbing',
  'degraded',
  'inconsistent',
  'peering',
  'repair',
  'recovering',
  'forced_recovery',
  'backfill_wait',
  'incomplete',
  'stale',
  'remapped',
  'deep',
  'backfilling',
  'forced_backfill',
  'backfill_toofull',
  'recovery_wait',
  'recovery_toofull',
  'undersized',
  'activating',
  'peered',
  'snaptrim',
  'snaptrim_wait',
  'snaptrim_error',
  'creating',
  'unknown',
  'premerge',
  'failed_repair',
  'laggy',
  'wait',
];

/** How many placement groups of each pool are in a state; one that is in two counts in both. */
export function toPlacementGroupFamilies({
  pools,
  groups,
}: CephStatus): Family[] {
  const count = (pool: number, fits: (state: string[]) => boolean) =>
    groups.filter(group => group.pool === pool && fits(group.state.split('+')))
      .length;
  const family = (
    name: string,
    help: string,
    fits: (state: string[]) => boolean,
  ) =>
    toFamily(
      name,
      'gauge',
      help,
      pools.map(({ id }) => ({
        labels: { pool_id: String(id) },
        value: count(id, fits),
      })),
    );
  return [
    family('pg_total', 'PG Total Count per Pool', () => true),
    ...words.map(word =>
      family(`pg_${word}`, `PG ${word} per pool`, state =>
        state.includes(word),
      ),
    ),
  ];
}
