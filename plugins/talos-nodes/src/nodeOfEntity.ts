import { Entity } from '@backstage/catalog-model';
import { MachineName } from './api/TalosNodesApi';

/** Names the platform an entity was read from. */
export const platformAnnotation = 'portal.internal/platform';

/** The machine that an entity stands for. */
export function nodeOfEntity(entity: Entity): MachineName {
  const annotations = entity.metadata.annotations ?? {};
  const cluster = annotations['portal.internal/cluster'] ?? '';
  const { name } = entity.metadata;
  return {
    platform: annotations[platformAnnotation] ?? '',
    cluster,
    name:
      annotations['portal.internal/node'] ??
      (name.startsWith(`${cluster}.`) ? name.slice(cluster.length + 1) : name),
  };
}
