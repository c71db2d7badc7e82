import { Entity } from '@backstage/catalog-model';

/** An entity that a platform's cluster was read for. */
export function buildEntity(
  kind: 'Component' | 'Resource',
  name: string,
  type: string,
  node?: string,
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: {
      name,
      namespace: 'default',
      annotations: {
        'portal.internal/platform': 'pitower',
        'portal.internal/cluster': 'pitower',
        ...(node && { 'portal.internal/node': node }),
      },
    },
    spec: { type, owner: 'group:default/platform', lifecycle: 'production' },
  };
}
