import { useEntityPresentation } from '@backstage/plugin-catalog-react';

/** The name people know a catalog entity by. */
export function EntityName({ entityRef }: { entityRef: string }) {
  return <bdi>{useEntityPresentation(entityRef).primaryTitle}</bdi>;
}
