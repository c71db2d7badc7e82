import type { Volume, VolumeList } from '@internal/plugin-ceph-common';
import { isInScope, type VolumeFilter, volumeTests } from './VolumeFilter';

type FacetName = keyof typeof volumeTests;
const FACETS: readonly FacetName[] = ['kind', 'state', 'app', 'node'];

const valuesOf: { [K in FacetName]: (volume: Volume) => readonly string[] } = {
  kind: ({ kind }) => [kind],
  state: ({ state }) => [state],
  app: ({ apps }) => apps.flatMap(({ entityRef }) => entityRef ?? []),
  node: ({ nodes }) => nodes,
};

/** The volumes that pass, and how many would with another choice of each filter. */
export function findVolumes(
  volumes: readonly Volume[],
  filter: VolumeFilter,
): { items: Volume[]; facets: NonNullable<VolumeList['facets']> } {
  const counts = {
    kind: new Map<string, number>(),
    state: new Map<string, number>(),
    app: new Map<string, number>(),
    node: new Map<string, number>(),
  };
  const items: Volume[] = [];
  for (const volume of volumes) {
    if (!isInScope(volume, filter)) continue;
    const failed = FACETS.filter(name => {
      const value = filter[name];
      return value !== undefined && !volumeTests[name](volume, value);
    });
    if (failed.length === 0) items.push(volume);
    for (const name of failed.length > 1 ? [] : FACETS) {
      // A filter does not narrow what it is chosen from.
      if (failed.length === 1 && failed[0] !== name) continue;
      for (const value of valuesOf[name](volume)) {
        counts[name].set(value, (counts[name].get(value) ?? 0) + 1);
      }
    }
  }
  return {
    items,
    facets: {
      kind: toFacet(counts.kind),
      state: toFacet(counts.state),
      app: toFacet(counts.app),
      node: toFacet(counts.node),
    },
  };
}

/** Most frequent first. */
function toFacet(counts: ReadonlyMap<string, number>) {
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}
