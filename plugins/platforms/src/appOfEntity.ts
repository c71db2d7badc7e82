import { Entity } from '@backstage/catalog-model';

/** Names the platform an entity was read from. */
export const platformAnnotation = 'portal.internal/platform';

/** The app that a component stands for, and where it was read from. */
export interface AppOfEntity {
  app: string;
  platform: string;
  cluster?: string;
}

/** Tells the app of a component that carries {@link platformAnnotation}. */
export function appOfEntity(entity: Entity): AppOfEntity {
  const annotations = entity.metadata.annotations ?? {};
  return {
    // The entity's name may have to differ from that of the app.
    app:
      annotations['portal.internal/app'] ??
      annotations['backstage.io/kubernetes-id'] ??
      entity.metadata.name,
    platform: annotations[platformAnnotation] ?? '',
    cluster: annotations['portal.internal/cluster'],
  };
}
