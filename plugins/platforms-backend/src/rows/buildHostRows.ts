import type { Route } from '@internal/gitops-model';
import { entityRefs } from '@internal/gitops-repository';
import type { HostRow } from '@internal/plugin-platforms-common';
import type { RowContext } from './RowContext';
import type { FilterableRow } from './RowList';

/** A row per host and cluster. */
export function buildHostRows(context: RowContext): FilterableRow<HostRow>[] {
  const { hosts, routes, gateways } = context.model;
  const routesByHost = new Map<string, Route[]>();
  for (const route of routes) {
    for (const hostname of route.hostnames) {
      const key = keyOf(route.cluster, hostname);
      routesByHost.set(key, [...(routesByHost.get(key) ?? []), route]);
    }
  }
  const gatewayRefs = new Set(gateways.map(entityRefs.gateway));
  return hosts.map(({ host, cluster, apps, gateways: parents }) => ({
    row: {
      host,
      cluster,
      routes: (routesByHost.get(keyOf(cluster, host)) ?? []).map(
        ({ kind, name, source }) => ({
          kind,
          name,
          source: context.place(source),
        }),
      ),
      gateways: parents.map(({ name, namespace, section }) => {
        const entityRef = entityRefs.gateway({ cluster, namespace, name });
        return {
          name,
          namespace,
          section,
          ...(gatewayRefs.has(entityRef) && { entityRef }),
        };
      }),
      apps: apps.map(app => context.appLink(cluster, app)),
    },
    values: { cluster: [cluster] },
  }));
}

function keyOf(cluster: string, host: string): string {
  return `${cluster}/${host.toLowerCase()}`;
}
