import { parseEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import {
  entityRouteRef,
  useEntityPresentation,
} from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';

/** Links to a catalog entity under the name people know it by. */
export function EntityLink({ entityRef }: { entityRef: string }) {
  const entityRoute = useRouteRef(entityRouteRef);
  const { primaryTitle } = useEntityPresentation(entityRef);
  if (!entityRoute) {
    return <bdi>{primaryTitle}</bdi>;
  }
  return (
    <Link href={entityRoute(parseEntityRef(entityRef))}>
      <bdi>{primaryTitle}</bdi>
    </Link>
  );
}
