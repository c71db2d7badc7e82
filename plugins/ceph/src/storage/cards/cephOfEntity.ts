import { Entity } from '@backstage/catalog-model';
import { CephName, StoragePlace } from '../../api/CephApi';

/** Names the platform an entity was read from. */
export const platformAnnotation = 'portal.internal/platform';

/** The cluster that an entity is on, or stands for. */
export function placeOfEntity(entity: Entity): StoragePlace {
  const annotations = entity.metadata.annotations ?? {};
  return {
    platform: annotations[platformAnnotation] ?? '',
    cluster: annotations['portal.internal/cluster'] ?? entity.metadata.name,
  };
}

/** The Ceph cluster that an entity stands for, or that its OSD belongs to. */
export function cephOfEntity(entity: Entity): CephName {
  const place = placeOfEntity(entity);
  const { name } = entity.metadata;
  const withoutCluster = name.startsWith(`${place.cluster}.`)
    ? name.slice(place.cluster.length + 1)
    : name;
  return { ...place, name: withoutCluster.replace(/\.osd-\d+$/, '') };
}
