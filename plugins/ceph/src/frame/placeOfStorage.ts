import { Entity } from '@backstage/catalog-model';

/** Names the platform an entity was read from. */
export const platformAnnotation = 'portal.internal/platform';

/** Where an entity's storage is, and the machine that it is or is in. */
export interface EntityPlace {
  platform: string;
  cluster: string;
  node?: string;
}

/** Cluster and machine as the entity's annotations name them; a cluster may be its own. */
export function placeOfStorage(entity: Entity): EntityPlace {
  const annotations = entity.metadata.annotations ?? {};
  return {
    platform: annotations[platformAnnotation] ?? '',
    cluster: annotations['portal.internal/cluster'] ?? entity.metadata.name,
    node: annotations['portal.internal/node'],
  };
}
