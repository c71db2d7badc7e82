import type { RepositoryModel, SourceRef } from '@internal/gitops-model';
import { type ReadOutput, readOutputSchema } from './readOutputSchema';

/** The model as it is printed: file and line beside the rest, and what the schema names alone. */
export function toReadOutput(
  model: RepositoryModel,
  assumed: string[],
): ReadOutput {
  const output: ReadOutput = {
    commit: model.commit,
    clusters: model.clusters,
    assumed,
    units: model.units.map(place),
    apps: model.apps.map(place),
    routes: model.routes.map(place),
    hosts: model.hosts.map(place),
    gateways: model.gateways.map(place),
    externalSecrets: model.externalSecrets.map(place),
    secretStores: model.secretStores.map(place),
    volumeClaims: model.volumeClaims.map(place),
    databases: model.databases.map(place),
    loginClients: model.loginClients.map(place),
    dashboardEntries: model.dashboardEntries.map(place),
    nodes: model.nodes.map(place),
    namespaces: model.namespaces.map(place),
    findings: model.findings,
  };
  return readOutputSchema.parse(output);
}

function place<T extends { source: SourceRef }>({
  source,
  ...rest
}: T): Omit<T, 'source'> & SourceRef {
  return { ...rest, ...source };
}
