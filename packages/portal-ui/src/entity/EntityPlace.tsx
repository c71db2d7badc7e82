import { Entity } from '@backstage/catalog-model';
import { placeOfEntity } from './placeOfEntity';

/** Platform and cluster of an entity, such as `monosense · infra`. */
export function EntityPlace({ entity }: { entity: Entity }) {
  const { platform, cluster } = placeOfEntity(entity);
  if (!platform) {
    return null;
  }
  return (
    <span>
      <bdi>{platform}</bdi>
      {cluster && (
        <>
          {' · '}
          <bdi>{cluster}</bdi>
        </>
      )}
    </span>
  );
}
