import { checkVariableName } from '../checks/checkEnvironment';
import type { BlockContext } from '../blocks/Block';
import type { SecretEntry } from '../blocks/externalSecret';
import { secretVariableSteps, variableNamesOf } from './aspects/secrets';
import type { OperationPlan } from './OperationContext';

/** A field of the secret store that fills an environment variable. */
export interface SecretVariableRequest extends SecretEntry {
  env: string;
  /** Field of the operation that names the variable. */
  field: string;
}

/** Variables of an app's container, each by an ExternalSecret's entry. */
export function planSecretVariables(
  at: BlockContext,
  requests: readonly SecretVariableRequest[],
): OperationPlan {
  const taken = variableNamesOf(at);
  const plan: OperationPlan = { findings: [], steps: [] };
  for (const { env, field, ...entry } of requests) {
    const steps = secretVariableSteps(at, env, entry);
    plan.steps.push(...steps);
    const isThere = steps.every(step => step.isThere());
    plan.findings.push(...checkVariableName(env, field, isThere ? [] : taken));
    taken.push(env);
  }
  return plan;
}
