import { HostRow } from '@internal/plugin-platforms-common';
import { BreakablePath } from '@internal/portal-ui';
import { PlaceLink } from '../rows/PlaceLink';

/** Routes of a host, each leading to its line in Git. */
export function HostRoutes({ routes }: { routes: HostRow['routes'] }) {
  return (
    <>
      {routes.map(route => (
        <PlaceLink
          key={`${route.kind} ${route.name} ${route.source.file} ${route.source.line}`}
          place={route.source}
        >
          <BreakablePath
            path={[route.kind, route.name].filter(Boolean).join('/')}
          />
        </PlaceLink>
      ))}
    </>
  );
}
