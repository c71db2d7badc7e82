import type { Entity } from '@backstage/catalog-model';
import { portalAnnotations } from '../annotations';

/** The commit an entity was read at, and links to it, are no change of their own. */
const commitAnnotations = new Set<string>([
  portalAnnotations.sourceCommit,
  portalAnnotations.sourceUrl,
  'backstage.io/source-location',
  'backstage.io/view-url',
]);

/** Equal for entities that say the same. */
export function fingerprint(entity: Entity): string {
  const { annotations = {} } = entity.metadata;
  const stable = Object.entries(annotations).filter(
    ([key]) => !commitAnnotations.has(key),
  );
  return JSON.stringify({
    ...entity,
    metadata: {
      ...entity.metadata,
      annotations: stable.sort(([a], [b]) => a.localeCompare(b)),
    },
  });
}
