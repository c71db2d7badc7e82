import type { Osd } from './Osd';
import { noOsd, placeShards } from './placeShards';
import { type PlacementGroup, toSizes } from './PlacementGroup';

/** A copy that is being made whole: objects on an OSD, or all of them. */
export interface Repair {
  osd: number;
  kind: 'recovery' | 'backfill';
  missing: number;
}

/** How a placement group is, apart from the order of repairs. */
export interface PlacementGroupPicture {
  group: PlacementGroup;
  up: number[];
  acting: number[];
  isActive: boolean;
  undersized: boolean;
  remapped: boolean;
  /** Nobody of those who hold it is there. */
  stale: boolean;
  /** Those who are there cannot read it: too few, or all behind one that is gone. */
  down: boolean;
  /** Copies and shards that are missing, in objects' shares: 1.5 is one and a half copies. */
  degradedCopies: number;
  misplacedCopies: number;
  repairs: Repair[];
}

/** Follows from which OSDs are up and in, and what each of them holds. */
export function observePlacementGroup(
  group: PlacementGroup,
  osds: Osd[],
): PlacementGroupPicture {
  const { size, minSize, needed } = toSizes(group.definition);
  const keepsPlaces = group.definition.redundancy.kind === 'erasure';
  const isUp = (id: number) =>
    osds.some(osd => osd.id === id && osd.downSince === undefined);
  const up = placeShards(osds, group, { size, keepsPlaces }).flatMap(id => {
    if (isUp(id)) {
      return [id];
    }
    return keepsPlaces ? [noOsd] : [];
  });
  const holders = [...group.missing.keys()].filter(isUp);
  const strays = holders.filter(id => !up.includes(id));
  const acting = keepsPlaces
    ? up.map(id => (holders.includes(id) ? id : (strays.shift() ?? noOsd)))
    : [...up.filter(id => holders.includes(id)), ...strays].slice(0, size);
  const present = acting.filter(id => id !== noOsd);
  const whole = present.filter(id => group.missing.get(id) === 0);
  const isActive = present.length >= minSize && whole.length > 0;
  const toFill = up.filter(id => id !== noOsd && !acting.includes(id));
  const repairs: Repair[] = isActive
    ? [
        ...present
          .filter(id => !whole.includes(id))
          .map(osd => ({
            osd,
            kind: 'recovery' as const,
            missing: group.missing.get(osd) ?? 1,
          })),
        ...toFill.map(osd => ({
          osd,
          kind: 'backfill' as const,
          missing: group.filling.get(osd) ?? 1,
        })),
      ]
    : [];
  const missingOnPresent = present.reduce(
    (sum, id) => sum + (group.missing.get(id) ?? 0),
    0,
  );
  return {
    group,
    up,
    acting,
    isActive,
    undersized: present.length < size,
    remapped: acting.join() !== up.join() && present.length > 0,
    stale: present.length === 0,
    down: present.length > 0 && (present.length < needed || whole.length === 0),
    degradedCopies: size - present.length + missingOnPresent,
    misplacedCopies: Math.max(
      0,
      present.filter(id => !up.includes(id)).length - (size - present.length),
    ),
    repairs,
  };
}
