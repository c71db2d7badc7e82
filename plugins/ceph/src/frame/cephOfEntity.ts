import { Entity } from '@backstage/catalog-model';
import { CephName } from '../api/CephApi';
import { placeOfStorage } from './placeOfStorage';

/** The Ceph cluster that an entity stands for, or that its OSD belongs to. */
export function cephOfEntity(entity: Entity): CephName {
  const { platform, cluster } = placeOfStorage(entity);
  const ownName = entity.metadata.name.slice(cluster.length + 1);
  return { platform, cluster, name: ownName.replace(/\.osd-\d+$/, '') };
}
