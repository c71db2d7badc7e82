import type { Block, BlockContext } from '../blocks/Block';
import { certificate } from '../blocks/certificate';
import { httpRoute } from '../blocks/httpRoute';
import { jsonKeycloakClient } from '../blocks/jsonKeycloakClient';
import { namespace } from '../blocks/namespace';
import { policyException } from '../blocks/policyException';
import { postgresPooler } from '../blocks/postgresPooler';
import { pullSecret } from '../blocks/pullSecret';
import { referenceGrant } from '../blocks/referenceGrant';
import type { Finding } from '../finding/Finding';
import { blockOptions } from '../profile/blockOptions';
import { expandNames } from '../profile/expandNames';
import type { BlockName } from '../profile/Profile';
import type { CheckContext } from './CheckContext';

/** Files in central directories that are called after an app and hold nothing that a block knows as the app's. */
export function listStrangers(
  at: BlockContext,
  { model }: Pick<CheckContext, 'model'>,
): Finding[] {
  const isOwn = ({ clientId }: { clientId: string }) =>
    model.loginClients.some(
      client => client.app === at.names.unit && client.clientId === clientId,
    );
  return [
    ...strangersTo('certificate', certificate, at),
    ...strangersTo('http-route', httpRoute, at),
    ...strangersTo('json-keycloak-client', jsonKeycloakClient, at, isOwn),
    ...strangersTo('namespace', namespace, at),
    ...strangersTo('policy-exception', policyException, at),
    ...strangersTo('postgres-pooler', postgresPooler, at),
    ...strangersTo('pull-secret', pullSecret, at),
    ...strangersTo('reference-grant', referenceGrant, at),
  ].map(file => ({
    code: 'survives',
    severity: 'warning',
    message: `${file} is called after ${at.names.unit}, but holds something else than the profile writes there, so it stays.`,
    fix: 'Look whether anybody needs it, and take it out by hand.',
    file,
  }));
}

function strangersTo<N extends BlockName, V>(
  name: N,
  block: Block<N, V>,
  at: BlockContext,
  isOwn: (value: V) => boolean = () => true,
): string[] {
  const { tree, profile, layout, names } = at;
  return blockOptions(profile, layout, name)
    .filter(options => !block.find(at, options).some(isOwn))
    .map(({ file }) => file)
    .filter(file => file.includes('{app}'))
    .map(file => expandNames(file, names))
    .filter(file => !file.startsWith(`${names.directory}/`) && tree.has(file));
}
