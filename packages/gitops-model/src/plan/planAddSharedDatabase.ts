import type { BlockContext } from '../blocks/Block';
import { checkDatabase } from '../checks/checkDatabase';
import { checkVariableName } from '../checks/checkEnvironment';
import { groupName } from '../checks/checkOwner';
import { checkDatabaseClusters } from '../checks/checkDatabaseClusters';
import { checkStore } from '../checks/checkStore';
import { refusal } from '../checks/refusal';
import type { Finding } from '../finding/Finding';
import { expandNames } from '../profile/expandNames';
import { variableNamesOf } from './aspects/secrets';
import {
  roleKeysOf,
  sharedDatabaseFiles,
  sharedDatabasesOf,
  sharedDatabaseSteps,
} from './aspects/sharedDatabase';
import { isRefused } from './isRefused';
import type { OperationContext, OperationPlan } from './OperationContext';

/** A database for an app in a cluster that apps share; one per app. */
export function planAddSharedDatabase(
  places: readonly BlockContext[],
  { database, size, env }: { database: string; size: string; env: string },
  context: OperationContext,
): OperationPlan {
  const [at] = places;
  const { app, unit } = at.names;
  const findings = [
    ...checkDatabase(database, size, undefined),
    ...checkStore(context),
    ...checkDatabaseClusters(places, context),
  ];
  if (isRefused(findings)) return { findings, steps: [] };
  const owner = context.model.apps.find(({ name }) => name === unit)?.owner;
  const key = expandNames(at.profile.secrets.appKey, {
    ...at.names,
    group: groupName(owner ?? '') ?? '',
    name: 'database',
  });
  const steps = sharedDatabaseSteps(at, { database, env, key });
  if (steps.every(step => step.isThere())) return { findings, steps };
  const isOwn = sharedDatabasesOf(at).length > 0;
  const [file] = sharedDatabaseFiles(at, database);
  if (isOwn || file !== undefined) {
    const finding = refusal('database-taken', {
      message: isOwn
        ? `The app ${app} has a database already.`
        : `${file} holds a database or role for ${database} already, which is not of this app.`,
      fix: isOwn
        ? 'Use the one that is there.'
        : 'Choose another name, or ask the platform team for a database.',
      field: isOwn ? 'app' : 'name',
      file,
    });
    return { findings: [...findings, finding], steps: [] };
  }
  findings.push(...checkVariableName(env, 'env', variableNamesOf(at)));
  return { findings: [...findings, byHand(at, database, size, key)], steps };
}

function byHand(
  at: BlockContext,
  database: string,
  size: string,
  key: string,
): Finding {
  const keys = [...roleKeysOf(at), key];
  return {
    code: 'database-by-hand',
    severity: 'warning',
    message: `Nobody makes the password of the database ${database} by itself, and a shared cluster sets no ${size} aside for it.`,
    fix: `Put username (“${database}”) and password, the same, under ${keys.join(' and ')} in the secret store before this is merged.`,
  };
}
