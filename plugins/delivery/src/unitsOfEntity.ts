import type { Entity } from '@backstage/catalog-model';

/** Names the Argo CD Application of an entity. */
const applicationAnnotation = 'argocd/app-name';
/** Names the Flux Kustomizations of an entity: `namespace/name`, several with commas. */
const kustomizationAnnotation = 'portal.internal/flux-kustomization';

/** The deployment units that an entity stands for. */
export function unitsOfEntity(entity: Entity): {
  engine: 'argocd' | 'flux';
  units: string[];
  platform?: string;
  cluster?: string;
} {
  const annotations = entity.metadata.annotations ?? {};
  const kustomizations = annotations[kustomizationAnnotation];
  const place = {
    platform: annotations['portal.internal/platform'],
    cluster: annotations['portal.internal/cluster'],
  };
  if (kustomizations !== undefined) {
    const units = kustomizations
      .split(',')
      .map(reference => reference.trim().replace(/^.*\//, ''));
    return { engine: 'flux', units, ...place };
  }
  const name = annotations[applicationAnnotation] ?? entity.metadata.name;
  return { engine: 'argocd', units: [name], ...place };
}
