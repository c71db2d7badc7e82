import type { Finding } from '../../finding/Finding';
import type { Route } from '../RepositoryModel';
import { isLiteral } from './isLiteral';

/** Routes of different apps that serve the same host and path on one listener. */
export function inspectHosts(routes: readonly Route[]): Finding[] {
  const served = new Map<string, { route: Route; section?: string }[]>();
  return routes.flatMap(route => {
    if (route.sharesHost) return [];
    const others = new Map<Route, string>();
    for (const { name, namespace, section } of route.parents) {
      for (const host of route.hostnames.filter(isLiteral)) {
        for (const path of route.paths) {
          const { cluster, kind } = route;
          const key = [cluster, kind, namespace, name, host, path].join(' ');
          const there = served.get(key) ?? [];
          const other = there.find(
            known =>
              known.route.app !== route.app &&
              (!known.section || !section || known.section === section),
          );
          if (other) others.set(other.route, path === '/' ? host : host + path);
          there.push({ route, section });
          served.set(key, there);
        }
      }
    }
    return [...others].map(([other, host]) => ({
      code: 'host-twice' as const,
      severity: 'warning' as const,
      message: `${route.app} and ${other.app} both serve ${host}; the other route is in ${other.source.file} line ${other.source.line}.`,
      fix: 'Take the host away from one of them.',
      cluster: route.cluster,
      app: route.app,
      ...route.source,
    }));
  });
}
