import type { BlockContext } from '../blocks/Block';
import { homepageEntry } from '../blocks/homepageEntry';
import { jsonKeycloakClient } from '../blocks/jsonKeycloakClient';
import { kustomizationLine } from '../blocks/kustomizationLine';
import { postgresCluster } from '../blocks/postgresCluster';
import { realmImportClient } from '../blocks/realmImportClient';
import { terraformKeycloakClient } from '../blocks/terraformKeycloakClient';
import { blocksOf } from '../profile/blockOptions';
import { expandNames } from '../profile/expandNames';
import type { BlockName } from '../profile/Profile';
import { hostOf } from '../read/dashboard/hostOf';
import type { OperationContext } from './OperationContext';
import { retireCentral } from './retireCentral';
import { retireProject } from './retireProject';
import { retireValues } from './retireValues';
import { retireSharedDatabase } from './retireSharedDatabase';
import { retireSettings } from './retireSettings';
import { retireVaultPaths } from './retireVaultPaths';
import type { Step } from './Step';

/** Files of the app's name may be another's; these blocks tell which are its own. */
const tellingBlocks = new Set<BlockName>([
  'certificate',
  'http-route',
  'json-keycloak-client',
  'namespace',
  'policy-exception',
  'postgres-pooler',
  'pull-secret',
  'reference-grant',
]);

/** Takes out what the layout's blocks wrote, or would have written, for an app at one place. */
export function retireSteps(
  at: BlockContext,
  context: OperationContext,
): Step[] {
  const { model } = context;
  const { tree, profile, layout, names } = at;
  const outside = blocksOf(profile, layout)
    .filter(
      ({ block, file }) => file.includes('{app}') && !tellingBlocks.has(block),
    )
    .map(({ file }) => expandNames(file, names))
    .filter(file => tree.has(file));
  const files = new Set([...tree.listBelow(names.directory), ...outside]);
  const clientIds = new Set(
    model.loginClients
      .filter(client => client.app === names.unit)
      .map(({ clientId }) => clientId),
  );
  const hosts = new Set(
    model.routes
      .filter(route => route.app === names.unit)
      .flatMap(({ hostnames }) => hostnames),
  );
  return [
    // The app's files tell which database is its own.
    ...retireSharedDatabase(at),
    ...retireCentral(at),
    ...retireVaultPaths(at, context),
    ...retireValues('postgres-cluster', postgresCluster, at, () => true),
    ...retireValues('homepage-entry', homepageEntry, at, ({ href }) =>
      hosts.has(hostOf(href) ?? ''),
    ),
    ...[...files].map(file => ({
      claims: [],
      isThere: () => !tree.has(file),
      write: () => {
        tree.remove(file);
        return [];
      },
    })),
    ...retireSettings(at, files),
    ...retireProject(at, context),
    ...retireValues('kustomization-line', kustomizationLine, at, () => true),
    ...retireValues(
      'realm-import-client',
      realmImportClient,
      at,
      ({ clientId, redirectUri }) =>
        clientIds.has(clientId) || hosts.has(hostOf(redirectUri) ?? ''),
    ),
    ...retireValues(
      'terraform-keycloak-client',
      terraformKeycloakClient,
      at,
      ({ clientId }) => clientIds.has(clientId),
    ),
    ...retireValues(
      'json-keycloak-client',
      jsonKeycloakClient,
      at,
      ({ clientId }) => clientIds.has(clientId),
    ),
  ];
}
