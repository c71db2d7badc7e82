import type { Profile } from '../profile/Profile';
import type { RepositorySnapshot } from '../snapshot/RepositorySnapshot';
import { walkApplications } from './argocd/walkApplications';
import { collectApps } from './collect/collectApps';
import { collectExternalSecrets } from './collect/collectExternalSecrets';
import { collectGateways } from './collect/collectGateways';
import { collectNamespaces } from './collect/collectNamespaces';
import { collectRoutes } from './collect/collectRoutes';
import { collectSecretStores } from './collect/collectSecretStores';
import { collectVolumeClaims } from './collect/collectVolumeClaims';
import { reportPlainSecrets } from './collect/reportPlainSecrets';
import { walkKustomizations } from './flux/walkKustomizations';
import { Reading } from './Reading';
import type { RepositoryModel } from './RepositoryModel';
import { readTerraformClients } from './identity/readTerraformClients';

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
  const units =
    profile.engine === 'flux'
      ? walkKustomizations(reading)
      : walkApplications(reading);
  const wired = units.filter(({ unit }) => unit.wired);
  wired.forEach(unit => reportPlainSecrets(reading, unit));
  const apps = collectApps(profile, units);
  const routes = wired.flatMap(unit => collectRoutes(reading, unit));
  return {
    commit: snapshot.commit,
    clusters: [...new Set(profile.roots.map(({ cluster }) => cluster))],
    units: units.map(({ unit }) => unit),
    apps,
    routes,
    hosts: [],
    gateways: wired.flatMap(unit => collectGateways(reading, unit)),
    externalSecrets: wired.flatMap(unit =>
      collectExternalSecrets(reading, unit),
    ),
    secretStores: wired.flatMap(unit => collectSecretStores(reading, unit)),
    volumeClaims: wired.flatMap(unit => collectVolumeClaims(reading, unit)),
    databases: [],
    dashboardEntries: [],
    nodes: [],
    loginClients: readTerraformClients(reading, apps, routes),
    namespaces: wired.flatMap(collectNamespaces),
    findings: reading.findings,
  };
}
