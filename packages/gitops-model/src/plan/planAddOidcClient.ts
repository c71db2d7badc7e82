import {
  checkCallbackPath,
  checkClientId,
  checkLoginHost,
} from '../checks/checkLoginClient';
import { checkAppOwner, groupName } from '../checks/checkOwner';
import { checkStore } from '../checks/checkStore';
import type { OperationOf } from '../operation/Operation';
import { expandNames } from '../profile/expandNames';
import { loginClientSteps, loginClientWarnings } from './aspects/loginClient';
import { requireAspects } from './aspects/requireAspects';
import { isRefused } from './isRefused';
import type { OperationContext, OperationPlan } from './OperationContext';
import { placeApp } from './placeApp';
import { planSecretVariables } from './planSecretVariables';

/** Environment variables that login libraries commonly read. */
const variables = [
  { env: 'OIDC_CLIENT_ID', property: 'client_id' },
  { env: 'OIDC_CLIENT_SECRET', property: 'client_secret' },
  { env: 'OIDC_ISSUER', property: 'issuer' },
];

/** A login client, whose secret goes from Keycloak to the store to the app. */
export function planAddOidcClient(
  { app, clientId = app, host, callbackPath }: OperationOf<'add-oidc-client'>,
  context: OperationContext,
): OperationPlan {
  const findings = [
    ...checkAppOwner(app, context),
    ...checkClientId(clientId),
    ...checkLoginHost(host, app, context),
    ...checkCallbackPath(callbackPath),
    ...checkStore(context),
  ];
  if (isRefused(findings)) return { findings, steps: [] };
  const at = placeApp(app, context);
  findings.push(
    ...requireAspects(at, ['list', 'workload'], ['login-client', 'secret']),
  );
  if (isRefused(findings)) return { findings, steps: [] };

  const { profile, model } = context;
  const owner = model.apps.find(({ name }) => name === app)?.owner ?? '';
  const secretKey = expandNames(profile.secrets.appKey, {
    ...at.names,
    group: groupName(owner) ?? '',
    app,
    name: 'oidc',
  });
  const client = {
    clientId,
    redirectUri: `https://${host}${callbackPath}`,
    secretKey,
  };
  const secrets = planSecretVariables(
    at,
    variables.map(({ env, property }) => ({
      env,
      field: 'app',
      purpose: 'login',
      secretKey: property,
      key: secretKey,
      property,
    })),
  );
  const steps = [...loginClientSteps(at, client), ...secrets.steps];
  const isDone = steps.every(step => step.isThere());
  return {
    findings: [
      ...findings,
      ...secrets.findings,
      ...(isDone ? [] : loginClientWarnings(at, client)),
    ],
    steps,
  };
}
