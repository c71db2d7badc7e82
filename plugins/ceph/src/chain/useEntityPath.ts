import { parseEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { entityRouteRef } from '@backstage/plugin-catalog-react';

/** Where an entity is shown; nothing where there is no catalog, or no entity. */
export function useEntityPath(): (entityRef?: string) => string | undefined {
  const entityRoute = useRouteRef(entityRouteRef);
  return entityRef => entityRef && entityRoute?.(parseEntityRef(entityRef));
}
