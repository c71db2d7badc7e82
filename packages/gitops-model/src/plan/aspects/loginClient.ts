import type { BlockContext } from '../../blocks/Block';
import { realmImportClient } from '../../blocks/realmImportClient';
import {
  type LoginClientValue,
  terraformKeycloakClient,
} from '../../blocks/terraformKeycloakClient';
import type { Finding } from '../../finding/Finding';
import { blockOptions } from '../../profile/blockOptions';
import type { Step } from '../Step';
import { stepsFor } from '../stepsFor';

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
    ...stepsFor('realm-import-client', realmImportClient, at, [
      { clientId, redirectUri },
    ]),
  ];
}

/** What a person has left to do after the files of a client are merged. */
export function loginClientWarnings(
  { profile, layout, names }: BlockContext,
  { clientId, secretKey }: LoginClientValue,
): Finding[] {
  return blockOptions(profile, layout, 'realm-import-client').map(
    ({ file, realm }) => ({
      code: 'realm-import-not-applied',
      severity: 'warning',
      message: `Keycloak imports the realm ${realm} only where it does not exist yet, so the client ${clientId} will not appear in one that does.`,
      fix: `Create the client ${clientId} in the realm by hand as well, and put its client_id, client_secret and issuer under ${secretKey} in the secret store, before ${names.app} starts.`,
      file,
    }),
  );
}
