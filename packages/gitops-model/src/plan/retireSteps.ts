import type { BlockContext, RetiringBlock } from '../blocks/Block';
import { homepageEntry } from '../blocks/homepageEntry';
import { kustomizationLine } from '../blocks/kustomizationLine';
import { postgresCluster } from '../blocks/postgresCluster';
import { realmImportClient } from '../blocks/realmImportClient';
import { terraformKeycloakClient } from '../blocks/terraformKeycloakClient';
import { blockOptions, blocksOf } from '../profile/blockOptions';
import { expandNames } from '../profile/expandNames';
import type { BlockName } from '../profile/Profile';
import { hostOf } from '../read/dashboard/hostOf';
import type { OperationContext } from './OperationContext';
import { retireSettings } from './retireSettings';
import type { Step } from './Step';

/** Takes out what the layout's blocks wrote, or would have written, for an app at one place. */
export function retireSteps(
  at: BlockContext,
  { model }: OperationContext,
): Step[] {
  const { tree, profile, layout, names } = at;
  const outside = blocksOf(profile, layout)
    .filter(({ file }) => file.includes('{app}'))
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
    // The app's files tell which cluster is its own.
    ...retire('postgres-cluster', postgresCluster, at, () => true),
    ...retire('homepage-entry', homepageEntry, at, ({ href }) =>
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
    ...retire('kustomization-line', kustomizationLine, at, () => true),
    ...retire(
      'realm-import-client',
      realmImportClient,
      at,
      ({ clientId, redirectUri }) =>
        clientIds.has(clientId) || hosts.has(hostOf(redirectUri) ?? ''),
    ),
    ...retire(
      'terraform-keycloak-client',
      terraformKeycloakClient,
      at,
      ({ clientId }) => clientIds.has(clientId),
    ),
  ];
}

function retire<N extends BlockName, V>(
  name: N,
  block: RetiringBlock<N, V>,
  at: BlockContext,
  isOfApp: (value: V) => boolean,
): Step[] {
  return blockOptions(at.profile, at.layout, name).map(options => {
    const find = () => block.find(at, options).filter(isOfApp);
    return {
      claims: [],
      isThere: () => find().length === 0,
      write: () => find().flatMap(value => block.retire(at, options, value)),
    };
  });
}
