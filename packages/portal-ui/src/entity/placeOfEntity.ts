import { Entity } from '@backstage/catalog-model';

/** Where an entity was read from; both absent where no platform declares it. */
export interface PlaceOfEntity {
  platform?: string;
  /** Absent also where it is called as its platform. */
  cluster?: string;
}

/** Tells apart what is called the same on several platforms and clusters. */
export function placeOfEntity(entity: Entity): PlaceOfEntity {
  const annotations = entity.metadata.annotations ?? {};
  const platform = annotations['portal.internal/platform'];
  const cluster = annotations['portal.internal/cluster'];
  return { platform, cluster: cluster === platform ? undefined : cluster };
}
