import type { Host, Route } from '../RepositoryModel';

/** The hosts that routes serve, each once per cluster; sorted. */
export function collectHosts(routes: readonly Route[]): Host[] {
  const hosts = new Map<string, Host>();
  for (const { cluster, hostnames, app, parents, source } of routes) {
    for (const host of hostnames) {
      const key = `${host} ${cluster}`;
      const known = hosts.get(key);
      const entry = known ?? { host, cluster, apps: [], gateways: [], source };
      if (!known) hosts.set(key, entry);
      if (!entry.apps.includes(app)) entry.apps.push(app);
      for (const parent of parents) {
        if (!entry.gateways.some(other => isSame(other, parent))) {
          entry.gateways.push(parent);
        }
      }
    }
  }
  return [...hosts.entries()]
    .sort(([one], [other]) => one.localeCompare(other))
    .map(([, host]) => host);
}

type Parent = Route['parents'][number];

function isSame(one: Parent, other: Parent): boolean {
  return (
    one.name === other.name &&
    one.namespace === other.namespace &&
    one.section === other.section
  );
}
