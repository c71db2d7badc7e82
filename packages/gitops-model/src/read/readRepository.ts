import type { Profile } from '../profile/Profile';
import type { RepositorySnapshot } from '../snapshot/RepositorySnapshot';
import { walkApplications } from './argocd/walkApplications';
import { collectApps } from './collect/collectApps';
import { collectDatabases } from './collect/collectDatabases';
import { collectExternalSecrets } from './collect/collectExternalSecrets';
import { collectGateways } from './collect/collectGateways';
import { collectHosts } from './collect/collectHosts';
import { collectNamespaces } from './collect/collectNamespaces';
import { collectRoutes } from './collect/collectRoutes';
import { collectSecretStores } from './collect/collectSecretStores';
import { collectVolumeClaims } from './collect/collectVolumeClaims';
import { readUnwired } from './collect/readUnwired';
import { readDashboards } from './dashboard/readDashboards';
import { walkKustomizations } from './flux/walkKustomizations';
import { readLoginClients } from './identity/readLoginClients';
import { clientKinds } from './identity/readManifestClients';
import { inspectRepository } from './inspect/inspectRepository';
import { wiredKinds } from './inspect/inspectWiring';
import { readNodes } from './nodes/readNodes';
import { Reading } from './Reading';
import type { RenderedUnit } from './RenderedUnit';
import type { DeploymentUnit, RepositoryModel } from './RepositoryModel';
import { withoutCredentials } from './withoutCredentials';

/**
 * Everything the GitOps engine would find in this snapshot, starting at the
 * roots of the profile. Never throws for what stands in the repository: what
 * cannot be read or evaluated becomes a finding. Units that no root reaches
 * are listed; what they would deploy is not.
 */
export function readRepository(
  snapshot: RepositorySnapshot,
  profile: Profile,
): RepositoryModel {
  const reading = new Reading(snapshot, profile);
  const rendered =
    profile.engine === 'flux'
      ? walkKustomizations(reading)
      : walkApplications(reading);
  const wired = rendered.filter(({ unit }) => unit.wired);
  const collect = <T>(
    collector: (within: Reading, unit: RenderedUnit) => T[],
  ): T[] => wired.flatMap(unit => collector(reading, unit));

  const unwired = readUnwired(reading, rendered, [
    ...wiredKinds,
    ...clientKinds,
  ]);
  const apps = collectApps(reading, rendered);
  const routes = collect(collectRoutes);
  const hosts = collectHosts(routes);
  const model = {
    commit: snapshot.commit,
    clusters: [...new Set(profile.roots.map(({ cluster }) => cluster))],
    units: rendered.map(({ unit }) => withoutChartCredentials(unit)),
    apps,
    routes,
    hosts,
    gateways: collect(collectGateways),
    externalSecrets: collect(collectExternalSecrets),
    secretStores: collect(collectSecretStores),
    volumeClaims: collect(collectVolumeClaims),
    databases: collect(collectDatabases),
    dashboardEntries: wired
      .flatMap(unit => readDashboards(reading, unit, hosts))
      .map(entry => ({ ...entry, href: withoutCredentials(entry.href) })),
    nodes: readNodes(reading),
    loginClients: readLoginClients(reading, rendered, {
      unwired,
      apps,
      routes,
    }),
    namespaces: wired.flatMap(collectNamespaces),
  };
  for (const finding of inspectRepository({ wired, unwired, model })) {
    reading.report(finding);
  }
  return { ...model, findings: reading.findings };
}

function withoutChartCredentials(unit: DeploymentUnit): DeploymentUnit {
  const charts = unit.charts.map(chart => ({
    ...chart,
    repository: withoutCredentials(chart.repository),
  }));
  return { ...unit, charts };
}
