import {
  appTemplateEnvironment,
  appTemplateVariables,
} from '../../blocks/appTemplateEnvironment';
import { appTemplateImport } from '../../blocks/appTemplateImport';
import type { BlockContext } from '../../blocks/Block';
import {
  externalSecret,
  secretName,
  type SecretEntry,
} from '../../blocks/externalSecret';
import { postgresCredentials } from '../../blocks/postgresCredentials';
import { postgresTenantCredentials } from '../../blocks/postgresTenantCredentials';
import {
  secretEnvironment,
  type SecretVariable,
  variableNames,
} from '../../blocks/secretEnvironment';
import { blockOptions } from '../../profile/blockOptions';
import type { Step } from '../Step';
import { stepsFor } from '../stepsFor';

/** A field of the secret store as an environment variable of an app. */
export function secretVariableSteps(
  at: BlockContext,
  env: string,
  entry: SecretEntry,
): Step[] {
  return [
    ...stepsFor('external-secret', externalSecret, at, [entry]),
    ...secretsOf(at, entry.purpose).flatMap(secret =>
      variableSteps(at, { env, secret, key: entry.secretKey }),
    ),
  ];
}

/** A key of a Secret of the app's namespace as an environment variable. */
export function variableSteps(at: BlockContext, value: SecretVariable): Step[] {
  const { env, secret, key } = value;
  return [
    ...stepsFor('deployment', secretEnvironment, at, [value]),
    // Variables called as their keys come with the whole Secret.
    ...(env === key
      ? stepsFor('app-template', appTemplateImport, at, [secret])
      : stepsFor('app-template', appTemplateEnvironment, at, [value])),
  ];
}

/** Names of all variables of the app's container, however filled. */
export function variableNamesOf(at: BlockContext): string[] {
  const { profile, layout } = at;
  return [
    ...blockOptions(profile, layout, 'deployment').flatMap(options =>
      variableNames(at, options),
    ),
    ...blockOptions(profile, layout, 'app-template').flatMap(options => [
      ...appTemplateVariables(at, options),
      ...importedKeys(at, appTemplateImport.find(at, options)),
    ]),
    ...blockOptions(profile, layout, 'postgres-cluster')
      .flatMap(options => postgresCredentials.find(at, options))
      .map(({ env }) => env),
    ...blockOptions(profile, layout, 'postgres-tenant-credentials')
      .flatMap(options => postgresTenantCredentials.find(at, options))
      .map(({ env }) => env),
  ];
}

function importedKeys(at: BlockContext, imported: readonly string[]): string[] {
  return blockOptions(at.profile, at.layout, 'external-secret').flatMap(
    options =>
      externalSecret
        .find(at, options)
        .filter(({ purpose }) =>
          imported.includes(secretName(at.names, options, purpose)),
        )
        .map(({ secretKey }) => secretKey),
  );
}

/** Names of the Secrets that entries of a purpose end up in. */
function secretsOf(
  { profile, layout, names }: BlockContext,
  purpose: SecretEntry['purpose'],
): string[] {
  return blockOptions(profile, layout, 'external-secret').map(options =>
    secretName(names, options, purpose),
  );
}
