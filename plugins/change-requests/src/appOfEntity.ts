import { Entity } from '@backstage/catalog-model';

/** Names the platform an entity was read from. */
export const platformAnnotation = 'portal.internal/platform';

/** Holds the app's name where the entity's name had to differ from it. */
const appAnnotation = 'backstage.io/kubernetes-id';

/** The app and platform that a component stands for. */
export function appOfEntity(entity: Entity): {
  app: string;
  platform?: string;
} {
  const annotations = entity.metadata.annotations ?? {};
  return {
    app: annotations[appAnnotation] ?? entity.metadata.name,
    platform: annotations[platformAnnotation],
  };
}
