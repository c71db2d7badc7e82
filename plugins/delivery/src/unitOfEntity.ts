import type { Entity } from '@backstage/catalog-model';

/** Names the Argo CD Application of an entity. */
export const unitAnnotation = 'argocd/app-name';

/** The deployment unit that an entity stands for. */
export function unitOfEntity(entity: Entity): {
  unit: string;
  platform?: string;
  cluster?: string;
} {
  const annotations = entity.metadata.annotations ?? {};
  return {
    unit: annotations[unitAnnotation] ?? entity.metadata.name,
    platform: annotations['portal.internal/platform'],
    cluster: annotations['portal.internal/cluster'],
  };
}
