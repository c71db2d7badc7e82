import { hostOf } from '../dashboard/hostOf';
import type { Inspection } from './Inspection';
import { servedHosts } from './servedHosts';

/** Links to hosts of the platform that nothing serves; links to elsewhere are fine. */
export const inspectDashboards: Inspection = ({ wired, model }) => {
  if (model.dashboardEntries.length === 0) return [];
  const served = servedHosts(wired, model.hosts);
  const domains = new Set([...served].map(parentOf));
  return model.dashboardEntries.flatMap(({ title, href, cluster, source }) => {
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
};

function parentOf(host: string): string {
  return host.slice(host.indexOf('.') + 1);
}
