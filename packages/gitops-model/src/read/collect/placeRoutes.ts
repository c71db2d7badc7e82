import { directoryOf } from '../../edit/directoryOf';
import type { App, Route } from '../RepositoryModel';

/**
 * Routes in directories of all apps are deployed by a unit of their own; each
 * belongs to the app whose namespace all its backends lie in.
 *
 * @param directories - in which the profile lets apps have their routes
 */
export function placeRoutes(
  routes: readonly Route[],
  apps: readonly App[],
  directories: readonly string[],
): Route[] {
  return routes.map(route => {
    if (!directories.includes(directoryOf(route.source.file))) return route;
    const [namespace, other] = new Set(
      route.backends.map(backend => backend.namespace ?? route.namespace),
    );
    const [app, another] = apps.filter(
      candidate =>
        candidate.cluster === route.cluster &&
        candidate.namespace === namespace,
    );
    return namespace !== undefined && other === undefined && app && !another
      ? { ...route, app: app.name }
      : route;
  });
}
