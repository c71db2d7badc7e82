import type { Finding } from '../../finding/Finding';
import { hostOf } from '../dashboard/hostOf';
import type { DashboardEntry } from '../RepositoryModel';

/** Links to hosts of the platform that nothing serves; links to elsewhere are fine. */
export function inspectDashboards(
  entries: readonly DashboardEntry[],
  /** In small letters. */
  servedHosts: readonly string[],
): Finding[] {
  const served = new Set(servedHosts);
  const domains = new Set([...served].map(parentOf));
  return entries.flatMap(({ title, href, cluster, source }) => {
    const host = hostOf(href);
    if (host === undefined || !domains.has(parentOf(host))) return [];
    if (served.has(host) || served.has(`*.${parentOf(host)}`)) return [];
    return [
      {
        code: 'dashboard-link-dead' as const,
        severity: 'warning' as const,
        message: `The dashboard's link ${title} leads to ${host}, which no route serves.`,
        fix: 'Add the route, or correct the link.',
        cluster,
        ...source,
      },
    ];
  });
}

function parentOf(host: string): string {
  return host.slice(host.indexOf('.') + 1);
}
