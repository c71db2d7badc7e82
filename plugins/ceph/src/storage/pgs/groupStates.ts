/** What the state of a placement group means, from best to worst. */
export const placementGroupKinds = [
  'clean',
  'repairing',
  'degraded',
  'inactive',
  'damaged',
] as const;
export type PlacementGroupKind = (typeof placementGroupKinds)[number];

const damaged = ['inconsistent', 'snaptrim_error', 'failed_repair'];
const repairing = [
  'recovering',
  'recovery_wait',
  'backfilling',
  'backfill_wait',
  'forced_recovery',
  'forced_backfill',
  'repair',
];

/** Sorts a state such as `active+undersized+degraded` by what is worst in it. */
export function kindOfState(state: string): PlacementGroupKind {
  const parts = state.split('+');
  const hasAny = (names: readonly string[]) =>
    parts.some(part => names.includes(part));
  if (!parts.includes('active')) {
    return 'inactive';
  }
  if (hasAny(damaged)) {
    return 'damaged';
  }
  if (hasAny(repairing)) {
    return 'repairing';
  }
  return parts.includes('clean') ? 'clean' : 'degraded';
}

/** How many placement groups there are of each kind, and in which states. */
export function groupStates(
  states: readonly { state: string; count: number }[],
) {
  return placementGroupKinds
    .map(kind => {
      const own = states.filter(({ state }) => kindOfState(state) === kind);
      return {
        kind,
        count: own.reduce((sum, { count }) => sum + count, 0),
        states: own,
      };
    })
    .filter(({ count }) => count > 0);
}
