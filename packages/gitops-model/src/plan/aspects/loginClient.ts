import type { BlockContext } from '../../blocks/Block';
import { jsonKeycloakClient } from '../../blocks/jsonKeycloakClient';
import { keycloakClientResource } from '../../blocks/keycloakClientResource';
import { realmImportClient } from '../../blocks/realmImportClient';
import {
  type LoginClientValue,
  terraformKeycloakClient,
} from '../../blocks/terraformKeycloakClient';
import type { VaultPath } from '../../blocks/vaultPath';
import type { Finding } from '../../finding/Finding';
import { blockOptions } from '../../profile/blockOptions';
import type { Step } from '../Step';
import { stepsFor } from '../stepsFor';
import { vaultPathsOf, vaultPathSteps, vaultPathWarnings } from './vaultPath';

/** A client of the login provider. */
export function loginClientSteps(
  at: BlockContext,
  value: LoginClientValue,
): Step[] {
  const { clientId, redirectUri } = value;
  return [
    ...stepsFor('terraform-keycloak-client', terraformKeycloakClient, at, [
      value,
    ]),
    ...stepsFor('json-keycloak-client', jsonKeycloakClient, at, [value]),
    ...stepsFor('keycloak-client-resource', keycloakClientResource, at, [
      { clientId, redirectUri },
    ]),
    ...stepsFor('realm-import-client', realmImportClient, at, [
      { clientId, redirectUri },
    ]),
    ...vaultPathSteps(at, vaultPathsFor(at, value)),
  ];
}

/** What a person has left to do after the files of a client are merged. */
export function loginClientWarnings(
  at: BlockContext,
  value: LoginClientValue,
): Finding[] {
  const { profile, layout, names } = at;
  const { clientId, secretKey } = value;
  const issuers = issuersOf(at);
  const isByHand = blockOptions(profile, layout, 'vault-path').length === 0;
  return [
    ...blockOptions(profile, layout, 'realm-import-client').map(
      ({ file, realm }): Finding => ({
        code: 'realm-import-not-applied',
        severity: 'warning',
        message: `Keycloak imports the realm ${realm} only where it does not exist yet, so the client ${clientId} will not appear in one that does.`,
        fix: `Create the client ${clientId} in the realm by hand as well, and put its client_id, client_secret and issuer under ${secretKey} in the secret store, before ${names.app} starts.`,
        file,
      }),
    ),
    ...(isByHand ? issuers : []).map((issuer): Finding => ({
      code: 'secret-value-missing',
      severity: 'warning',
      message: `The client ${clientId} takes its secret from the secret store, where nobody has put one yet.`,
      fix: `Put client_id ${clientId}, a random client_secret and the issuer ${issuer} under ${secretKey} in the secret store, before this is merged.`,
    })),
    ...vaultPathWarnings(at, vaultPathsFor(at, value)),
  ];
}

/** What the store must hold of a client whose secret it is that Keycloak takes. */
function vaultPathsFor(
  at: BlockContext,
  { clientId, secretKey: key }: LoginClientValue,
): VaultPath[] {
  const [issuer] = issuersOf(at);
  return issuer === undefined
    ? []
    : vaultPathsOf([
        { key, property: 'client_id', text: clientId },
        { key, property: 'client_secret' },
        { key, property: 'issuer', text: issuer },
      ]);
}

function issuersOf({ profile, layout }: BlockContext): string[] {
  return [
    ...blockOptions(profile, layout, 'json-keycloak-client'),
    ...blockOptions(profile, layout, 'keycloak-client-resource'),
  ].map(({ issuer }) => issuer);
}
