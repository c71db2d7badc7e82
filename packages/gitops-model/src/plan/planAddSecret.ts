import { checkAppOwner } from '../checks/checkOwner';
import { checkSecretKey, checkSecretProperty } from '../checks/checkSecretKey';
import { checkStore } from '../checks/checkStore';
import type { OperationOf } from '../operation/Operation';
import { requireAspects } from './aspects/requireAspects';
import {
  vaultPathsOf,
  vaultPathSteps,
  vaultPathWarnings,
} from './aspects/vaultPath';
import { isRefused } from './isRefused';
import type { OperationContext, OperationPlan } from './OperationContext';
import { placeApp } from './placeApp';
import { planSecretVariables } from './planSecretVariables';

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
      ...checkSecretKey(
        key,
        app,
        known?.owner ?? '',
        context,
        `entries.${at}.key`,
      ),
      ...(property === undefined
        ? []
        : checkSecretProperty(property, `entries.${at}.property`)),
    ]),
  ];
  if (isRefused(findings)) return { findings, steps: [] };
  const at = placeApp(app, context);
  findings.push(...requireAspects(at, ['list', 'workload'], ['secret']));
  if (isRefused(findings)) return { findings, steps: [] };
  const variables = planSecretVariables(
    at,
    entries.map(({ env, key, property }, index) => ({
      env,
      field: `entries.${index}.env`,
      purpose: 'app',
      secretKey: env,
      key,
      property,
    })),
  );
  const paths = vaultPathsOf(
    entries.map(({ key, property }) => ({ key, property })),
  );
  return {
    findings: [
      ...findings,
      ...variables.findings,
      ...vaultPathWarnings(at, paths),
    ],
    steps: [...variables.steps, ...vaultPathSteps(at, paths)],
  };
}
