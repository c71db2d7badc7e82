import type { BlockContext } from '../../blocks/Block';
import {
  clustersIn,
  postgresCluster,
  type PostgresValue,
} from '../../blocks/postgresCluster';
import {
  credentialsName,
  postgresCredentials,
} from '../../blocks/postgresCredentials';
import { blockOptions } from '../../profile/blockOptions';
import type { Step } from '../Step';
import { stepsFor } from '../stepsFor';
import { variableSteps } from './secrets';

/** A database of an app's own, and the variable that tells the app its address. */
export function databaseSteps(
  at: BlockContext,
  value: PostgresValue,
  env: string,
): Step[] {
  return [
    ...stepsFor('postgres-cluster', postgresCluster, at, [value]),
    ...stepsFor('postgres-cluster', postgresCredentials, at, [{ env }]),
    ...blockOptions(at.profile, at.layout, 'postgres-cluster').flatMap(() =>
      variableSteps(at, { env, secret: credentialsName(at.app), key: env }),
    ),
  ];
}

/** Databases that the app has, and where there is another's of its name. */
export function databasesOf(at: BlockContext): {
  own: PostgresValue[];
  foreignFile?: string;
} {
  const all = blockOptions(at.profile, at.layout, 'postgres-cluster');
  const own = all.flatMap(options => postgresCluster.find(at, options));
  const taken = all.find(({ file }) => clustersIn(at, file).length > 0);
  return own.length > 0 ? { own } : { own, foreignFile: taken?.file };
}
