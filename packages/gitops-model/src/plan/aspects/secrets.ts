import type { BlockContext } from '../../blocks/Block';
import {
  externalSecret,
  secretName,
  type SecretEntry,
} from '../../blocks/externalSecret';
import {
  secretEnvironment,
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
    ...stepsFor('deployment', secretEnvironment, at, [
      { env, secret: secretName(at.app, entry.purpose), key: entry.secretKey },
    ]),
  ];
}

/** Names of all variables of the app's container, however filled. */
export function variableNamesOf(at: BlockContext): string[] {
  return blockOptions(at.profile, at.layout, 'deployment').flatMap(options =>
    variableNames(at, options),
  );
}
