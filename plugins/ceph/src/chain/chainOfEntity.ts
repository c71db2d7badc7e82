import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { ChainQuery } from '../api/CephApi';
import { placeOfStorage } from '../frame/placeOfStorage';

/** Which part of the chain shows what hangs together with an entity. */
export function chainOfEntity(entity: Entity): ChainQuery {
  const place = placeOfStorage(entity);
  const { node } = place;
  const ownName = entity.metadata.name.slice(place.cluster.length + 1);
  switch (entity.spec?.type) {
    case 'talos-node':
      return { ...place, node: node ?? ownName };
    case 'disk':
      return { ...place, node };
    case 'ceph-cluster':
      return { ...place, ceph: ownName };
    case 'ceph-osd': {
      const [, ceph, osd] = /^(.+)\.osd-(\d+)$/.exec(ownName) ?? [];
      return { ...place, node: undefined, ceph, osd };
    }
    default:
      return { ...place, app: stringifyEntityRef(entity) };
  }
}
