import {
  externalSecret,
  secretName,
  type SecretEntry,
} from '../blocks/externalSecret';
import { secretEnvironment, variableNames } from '../blocks/secretEnvironment';
import { checkVariableName } from '../checks/checkEnvironment';
import { blockOptions } from '../profile/blockOptions';
import type { OperationContext, OperationPlan } from './OperationContext';
import { stepsFor } from './stepsFor';

/** A field of the secret store that fills an environment variable. */
export interface SecretVariableRequest extends SecretEntry {
  env: string;
  /** Field of the operation that names the variable. */
  field: string;
}

/** Variables of an app's container, each by an ExternalSecret's entry. */
export function planSecretVariables(
  app: string,
  requests: readonly SecretVariableRequest[],
  { tree, profile }: OperationContext,
): OperationPlan {
  const at = { tree, profile, app };
  const options = blockOptions(profile, 'deployment');
  const taken = options ? variableNames(at, options) : [];
  const plan: OperationPlan = { findings: [], steps: [] };
  for (const { env, field, ...entry } of requests) {
    const steps = [
      ...stepsFor('external-secret', externalSecret, at, [entry]),
      ...stepsFor('deployment', secretEnvironment, at, [
        { env, secret: secretName(app, entry.purpose), key: entry.secretKey },
      ]),
    ];
    plan.steps.push(...steps);
    const isThere = steps.every(step => step.isThere());
    plan.findings.push(...checkVariableName(env, field, isThere ? [] : taken));
    taken.push(env);
  }
  return plan;
}
