import { checkAppOwner } from '../checks/checkOwner';
import { checkSecretKey, checkSecretProperty } from '../checks/checkSecretKey';
import { checkStore } from '../checks/checkStore';
import type { OperationOf } from '../operation/Operation';
import { isRefused } from './isRefused';
import type { OperationContext, OperationPlan } from './OperationContext';
import { planSecretVariables } from './planSecretVariables';
import { requireLayout } from './requireLayout';

/** Keys of the secret store as environment variables of an app that is there. */
export function planAddSecret(
  { app, entries }: OperationOf<'add-secret'>,
  context: OperationContext,
): OperationPlan {
  const known = context.model.apps.find(({ name }) => name === app);
  const findings = [
    ...checkAppOwner(app, context),
    ...checkStore(context),
    ...entries.flatMap(({ key, property }, at) => [
      ...checkSecretKey(key, known?.owner ?? '', context, `entries.${at}.key`),
      ...(property === undefined
        ? []
        : checkSecretProperty(property, `entries.${at}.property`)),
    ]),
  ];
  if (isRefused(findings)) return { findings, steps: [] };
  findings.push(
    ...requireLayout(
      app,
      ['app-kustomization', 'deployment'],
      ['external-secret', 'deployment'],
      context,
    ),
  );
  if (isRefused(findings)) return { findings, steps: [] };
  const variables = planSecretVariables(
    app,
    entries.map(({ env, key, property }, at) => ({
      env,
      field: `entries.${at}.env`,
      purpose: 'app',
      secretKey: env,
      key,
      property,
    })),
    context,
  );
  return {
    findings: [...findings, ...variables.findings],
    steps: variables.steps,
  };
}
