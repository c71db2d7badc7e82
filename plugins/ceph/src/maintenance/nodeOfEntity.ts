import { Entity } from '@backstage/catalog-model';
import { NodeName } from '../api/CephApi';
import { placeOfStorage } from '../frame/placeOfStorage';

/** The machine that an entity stands for; by default it is called after it. */
export function nodeOfEntity(entity: Entity): NodeName {
  const { platform, cluster, node } = placeOfStorage(entity);
  return {
    platform,
    cluster,
    node: node ?? entity.metadata.name.slice(cluster.length + 1),
  };
}
