import { directoryOf } from '../../edit/directoryOf';
import { appInUnit } from '../../profile/appInUnit';
import type { CentralRoutes } from '../../profile/centralRoutes';
import { isNamedFor } from '../../profile/routeFiles';
import type { App, Route } from '../RepositoryModel';

/**
 * Routes in directories of all apps are deployed by a unit of their own; each
 * belongs to the app whose namespace all its backends lie in, and where apps
 * share that to the one its file is called after.
 */
export function placeRoutes(
  routes: readonly Route[],
  apps: readonly App[],
  places: readonly CentralRoutes[],
): Route[] {
  if (places.length === 0) return [...routes];
  return routes.map(route => {
    const directory = directoryOf(route.source.file);
    const here = places.filter(
      ({ options }) => directoryOf(options.file) === directory,
    );
    const [namespace, other] = new Set(
      route.backends.map(backend => backend.namespace ?? route.namespace),
    );
    if (here.length === 0 || namespace === undefined || other !== undefined) {
      return route;
    }
    const inside = apps.filter(
      app => app.cluster === route.cluster && app.namespace === namespace,
    );
    const called = inside.filter(app =>
      here.some(place => isCalledAfter(route, app, place)),
    );
    const [app, another] = inside.length > 1 ? called : inside;
    return app && !another ? { ...route, app: app.name } : route;
  });
}

function isCalledAfter(
  { source, hostnames }: Route,
  { name, category = '', cluster, namespace = '' }: App,
  { layout, options }: CentralRoutes,
): boolean {
  const app = appInUnit(layout, name, category) ?? name;
  const names = { app, unit: name, category, cluster, namespace };
  return isNamedFor(names, options, source.file, hostnames);
}
