import type { CephDetail } from '@internal/plugin-ceph-common';
import type { HealthFull } from '../manager/healthFull';

type PlacementGroups = Extract<
  CephDetail['placementGroups'],
  { known: true }
>['value'];
export type PlacementGroupGroup =
  'clean' | 'degraded' | 'recovering' | 'inactive';

const CLEAN_PARTS = new Set([
  'active',
  'clean',
  'scrubbing',
  'deep',
  'snaptrim',
  'snaptrim_wait',
]);
const RECOVERING =
  /^(recovering|recovery_wait|recovery_toofull|backfilling|backfill_wait|backfill_toofull|forced_recovery|forced_backfill)$/;

/** In which of four groups a state such as `active+undersized` belongs. */
export function groupState(state: string): PlacementGroupGroup {
  const parts = state.split('+');
  // A stale one has told nothing since its OSD went away.
  if (!parts.includes('active') || parts.includes('stale')) return 'inactive';
  if (parts.some(part => RECOVERING.test(part))) return 'recovering';
  return parts.includes('clean') && parts.every(part => CLEAN_PARTS.has(part))
    ? 'clean'
    : 'degraded';
}

export function listStates(
  statuses: Readonly<Record<string, number>>,
): { state: string; count: number }[] {
  return Object.entries(statuses)
    .filter(([, count]) => count > 0)
    .map(([state, count]) => ({ state, count }))
    .sort((a, b) => b.count - a.count || (a.state < b.state ? -1 : 1));
}

export function toPlacementGroups({
  statuses,
  object_stats: objects,
}: NonNullable<HealthFull['pg_info']>): PlacementGroups {
  const states = listStates(statuses);
  const sum = (group: PlacementGroupGroup) =>
    states
      .filter(({ state }) => groupState(state) === group)
      .reduce((total, { count }) => total + count, 0);
  return {
    states,
    clean: sum('clean'),
    degraded: sum('degraded'),
    recovering: sum('recovering'),
    inactive: sum('inactive'),
    objects: {
      total: objects.num_objects,
      degraded: objects.num_objects_degraded,
      misplaced: objects.num_objects_misplaced,
      unfound: objects.num_objects_unfound,
    },
  };
}
