import type { CephState } from './CephState';
import type { PlacementGroupStatus } from './CephStatus';
import {
  observePlacementGroup,
  type PlacementGroupPicture,
} from './observePlacementGroup';
import { toSizes } from './PlacementGroup';
import { toStateName } from './toStateName';
import type { PoolUsage } from './usage';

/** How many placement groups are repaired at a time. */
const repairsAtOnce = 4;

/** Those whose repairs run now, and all others, in the order of their ids. */
export function observeRepairs({ groups, osds, flags }: CephState): {
  picture: PlacementGroupPicture;
  turn: 'running' | 'waiting';
}[] {
  let free = flags.has('norecover') ? 0 : repairsAtOnce;
  return groups.map(group => {
    const picture = observePlacementGroup(group, osds);
    const runs = picture.repairs.length > 0 && free > 0;
    free -= runs ? 1 : 0;
    return { picture, turn: runs ? 'running' : 'waiting' };
  });
}

/** All placement groups, as their primaries tell them. */
export function observePlacementGroups(
  state: CephState,
  usage: PoolUsage[],
): PlacementGroupStatus[] {
  return observeRepairs(state).map(({ picture, turn }) => {
    const { group, up, acting } = picture;
    const { size } = toSizes(group.definition);
    const objects = share(
      usage[group.pool - 1]?.objects ?? 0,
      group.definition.placementGroups,
      group.number,
    );
    return {
      id: group.id,
      pool: group.pool,
      state: toStateName(picture, turn),
      up,
      acting,
      objects,
      copies: objects * size,
      degraded: Math.min(
        objects * size,
        Math.ceil(objects * picture.degradedCopies),
      ),
      misplaced: Math.ceil(objects * picture.misplacedCopies),
    };
  });
}

/** One of so many nearly equal parts. */
function share(total: number, parts: number, index: number): number {
  return (
    Math.floor(((index + 1) * total) / parts) -
    Math.floor((index * total) / parts)
  );
}
