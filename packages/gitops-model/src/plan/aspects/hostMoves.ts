import type { BlockContext } from '../../blocks/Block';
import type { FollowingBlock } from '../../blocks/FollowingBlock';
import { homepageEntry } from '../../blocks/homepageEntry';
import { jsonKeycloakClient } from '../../blocks/jsonKeycloakClient';
import { keycloakClientResource } from '../../blocks/keycloakClientResource';
import { realmImportClient } from '../../blocks/realmImportClient';
import { terraformKeycloakClient } from '../../blocks/terraformKeycloakClient';
import { blockOptions } from '../../profile/blockOptions';
import type { BlockName } from '../../profile/Profile';
import type { Step } from '../Step';

interface HostMove {
  /** What leads to the old host. */
  files: string[];
  step: Step;
}

/** Login clients and links that lead to one host of an app, from it to another. */
export function hostMoves(
  at: BlockContext,
  hosts: { host: string; newHost: string },
): HostMove[] {
  return [
    ...movesOf('terraform-keycloak-client', terraformKeycloakClient, at, hosts),
    ...movesOf('json-keycloak-client', jsonKeycloakClient, at, hosts),
    ...movesOf('keycloak-client-resource', keycloakClientResource, at, hosts),
    ...movesOf('realm-import-client', realmImportClient, at, hosts),
    ...movesOf('homepage-entry', homepageEntry, at, hosts),
  ];
}

function movesOf<N extends BlockName, V>(
  name: N,
  block: FollowingBlock<N, V>,
  at: BlockContext,
  hosts: { host: string; newHost: string },
): HostMove[] {
  return blockOptions(at.profile, at.layout, name).map(options => {
    const filesNaming = () => block.filesNaming(at, options, hosts.host);
    return {
      files: filesNaming(),
      step: {
        claims: [],
        isThere: () => filesNaming().length === 0,
        write: () => block.follow(at, options, hosts),
      },
    };
  });
}
