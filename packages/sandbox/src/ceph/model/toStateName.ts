import type { PlacementGroupPicture } from './observePlacementGroup';

/** The state in Ceph's words, which stand in Ceph's order; `turn` says whose repairs run. */
export function toStateName(
  picture: PlacementGroupPicture,
  turn: 'running' | 'waiting',
): string {
  const { group, repairs, isActive } = picture;
  if (picture.stale) {
    return group.lastState.startsWith('stale+')
      ? group.lastState
      : `stale+${group.lastState}`;
  }
  if (picture.down) {
    return 'down';
  }
  const hasObjects =
    group.definition.objects >= group.definition.placementGroups;
  const recovers = repairs.some(({ kind }) => kind === 'recovery');
  const backfills = !recovers && repairs.length > 0;
  const isDegraded = picture.degradedCopies > 0 && hasObjects;
  const words: [boolean, string][] = [
    [isActive, 'active'],
    [isActive && !picture.undersized && repairs.length === 0, 'clean'],
    [recovers && turn === 'waiting', 'recovery_wait'],
    [recovers && turn === 'running', 'recovering'],
    [picture.undersized, 'undersized'],
    [isDegraded, 'degraded'],
    [picture.remapped, 'remapped'],
    [group.inconsistent && isActive, 'inconsistent'],
    [backfills && turn === 'waiting', 'backfill_wait'],
    [backfills && turn === 'running', 'backfilling'],
    [!isActive, 'peered'],
  ];
  return words
    .filter(([applies]) => applies)
    .map(([, word]) => word)
    .join('+');
}
