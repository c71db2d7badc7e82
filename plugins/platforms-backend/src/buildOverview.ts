import type { RepositoryModel } from '@internal/gitops-model';
import type { GitopsRepository } from '@internal/gitops-repository';
import type { PlatformOverview } from '@internal/plugin-platforms-common';

/** What is known of a platform now, without asking anybody. */
export function buildOverview(repository: GitopsRepository): PlatformOverview {
  const { platform } = repository;
  const { observation, failure } = repository.current();
  const { url, branch, pollSeconds } = platform.repository;
  return {
    id: platform.id,
    title: platform.title,
    engine: platform.profile.engine,
    clusters: platform.clusters.map(({ name }) => name),
    repositoryUrl: url,
    branch,
    pollSeconds,
    ...(failure && { failure }),
    ...(observation && {
      commit: {
        id: observation.snapshot.commit,
        url: repository.commitUrl(observation.snapshot.commit),
      },
      observedAt: observation.observedAt,
      counts: countsOf(repository.read(observation.snapshot)),
    }),
  };
}

function countsOf(
  model: RepositoryModel,
): NonNullable<PlatformOverview['counts']> {
  const wired = model.units.filter(unit => unit.wired);
  const findings = { error: 0, warning: 0, info: 0 };
  for (const { severity } of model.findings) findings[severity] += 1;
  return {
    apps: model.apps.length,
    hosts: model.hosts.length,
    gateways: model.gateways.length,
    externalSecrets: model.externalSecrets.length,
    secretStores: model.secretStores.length,
    volumeClaims: model.volumeClaims.length,
    databases: model.databases.filter(({ kind }) => kind !== 'Pooler').length,
    loginClients: model.loginClients.filter(client => client.wired).length,
    nodes: model.nodes.length,
    units: {
      declared: model.units.length,
      wired: wired.length,
      buildable: wired.filter(({ buildable }) => buildable).length,
    },
    findings,
  };
}
