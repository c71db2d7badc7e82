import type { DashboardEntry, Host } from '../RepositoryModel';
import { hostOf } from './hostOf';

/** Links with the app whose host each opens, on the same cluster where there are several. */
export function placeLinks(
  links: readonly Omit<DashboardEntry, 'app'>[],
  hosts: readonly Host[],
): DashboardEntry[] {
  const serving = new Map<string, Host[]>();
  for (const host of hosts) {
    const known = serving.get(host.host);
    if (known) known.push(host);
    else serving.set(host.host, [host]);
  }
  return links.map(link => {
    const all = serving.get(hostOf(link.href) ?? '') ?? [];
    const near = all.find(({ cluster }) => cluster === link.cluster) ?? all[0];
    return { ...link, app: near?.apps[0] };
  });
}
