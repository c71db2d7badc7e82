import type { Entity } from '@backstage/catalog-model';

/** Holds the app's name where the entity's name had to differ from it. */
const appAnnotation = 'backstage.io/kubernetes-id';

/** What a form about the app of a component is opened with. */
export function appOfComponent({ metadata }: Entity): {
  platform?: string;
  name: string;
} {
  const { annotations = {}, name } = metadata;
  return {
    platform: annotations['portal.internal/platform'],
    name: annotations[appAnnotation] ?? name,
  };
}
