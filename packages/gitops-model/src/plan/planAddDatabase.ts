import { checkDatabase } from '../checks/checkDatabase';
import { checkVariableName } from '../checks/checkEnvironment';
import { checkAppOwner } from '../checks/checkOwner';
import { checkStore } from '../checks/checkStore';
import { refusal } from '../checks/refusal';
import type { OperationOf } from '../operation/Operation';
import { blockOptions } from '../profile/blockOptions';
import { databasesOf, databaseSteps } from './aspects/database';
import { requireAspects } from './aspects/requireAspects';
import { variableNamesOf } from './aspects/secrets';
import { isRefused } from './isRefused';
import type { OperationContext, OperationPlan } from './OperationContext';
import { placeApp } from './placeApp';
import { placesOf } from './placesOf';
import { planAddSharedDatabase } from './planAddSharedDatabase';

/** A database for an app that is there; one per app. */
export function planAddDatabase(
  operation: OperationOf<'add-database'>,
  context: OperationContext,
): OperationPlan {
  const { app, name, size, env = 'DATABASE_URL' } = operation;
  const at = placeApp(app, context);
  const findings = [
    ...checkAppOwner(app, context),
    ...requireAspects(at, ['list', 'workload'], ['database']),
  ];
  if (isRefused(findings)) return { findings, steps: [] };
  const database = name ?? at.app.replaceAll('-', '_');
  if (blockOptions(at.profile, at.layout, 'postgres-database').length > 0) {
    return planAddSharedDatabase(
      placesOf(operation, context),
      { database, size, env },
      context,
    );
  }
  const [options] = blockOptions(at.profile, at.layout, 'postgres-cluster');
  findings.push(
    ...checkDatabase(database, size, options),
    ...checkStore(context, options?.credentials.store),
  );
  if (isRefused(findings)) return { findings, steps: [] };

  const steps = databaseSteps(at, { database, size }, env);
  if (steps.every(step => step.isThere())) return { findings, steps };
  const { own, foreignFile } = databasesOf(at);
  if (own.length > 0 || foreignFile !== undefined) {
    const finding = refusal('database-taken', {
      message:
        own.length > 0
          ? `The app ${app} has a database already.`
          : `There is a database cluster named ${at.app} already, which is not of this app.`,
      fix:
        own.length > 0
          ? 'Use the one that is there.'
          : 'Give the app another name, or ask the platform team for a database.',
      field: 'app',
      file: foreignFile ?? options?.file,
    });
    return { findings: [...findings, finding], steps: [] };
  }
  findings.push(...checkVariableName(env, 'env', variableNamesOf(at)));
  return { findings, steps };
}
