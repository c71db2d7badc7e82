import type { BlockContext } from '../../blocks/Block';
import {
  isDatabaseTaken,
  postgresDatabase,
} from '../../blocks/postgresDatabase';
import { poolerName, postgresPooler } from '../../blocks/postgresPooler';
import { postgresRole } from '../../blocks/postgresRole';
import { postgresRoleSecret } from '../../blocks/postgresRoleSecret';
import { credentialsName } from '../../blocks/postgresCredentials';
import {
  postgresTenantCredentials,
  type TenantCredentials,
} from '../../blocks/postgresTenantCredentials';
import { blockOptions } from '../../profile/blockOptions';
import { expandNames } from '../../profile/expandNames';
import type { Step } from '../Step';
import { stepsFor } from '../stepsFor';
import { variableSteps } from './secrets';

export interface SharedDatabase {
  database: string;
  /** Variable that tells the app its address. */
  env: string;
  /** Key of the secret store that the app reads. */
  key: string;
}

/** A database and role of an app's own in a cluster that apps share. */
export function sharedDatabaseSteps(
  at: BlockContext,
  { database, env, key }: SharedDatabase,
): Step[] {
  const credentials = hostsOf(at).map(host => ({ env, key, database, host }));
  return [
    ...stepsFor('postgres-role', postgresRole, at, [{ role: database }]),
    ...stepsFor('postgres-role-secret', postgresRoleSecret, at, ['brought']),
    ...stepsFor('postgres-database', postgresDatabase, at, [{ database }]),
    ...stepsFor('postgres-pooler', postgresPooler, at, ['pooled']),
    ...stepsFor(
      'postgres-tenant-credentials',
      postgresTenantCredentials,
      at,
      credentials,
    ),
    ...credentials.flatMap(() =>
      variableSteps(at, { env, secret: credentialsName(at.app), key: env }),
    ),
  ];
}

/** Databases of a shared cluster that the app's own files tell the address of. */
export function sharedDatabasesOf(at: BlockContext): TenantCredentials[] {
  const hosts = new Set(hostsOf(at));
  return blockOptions(at.profile, at.layout, 'postgres-tenant-credentials')
    .flatMap(options => postgresTenantCredentials.find(at, options))
    .filter(({ host }) => hosts.has(host));
}

/** Those of them that the Database of the app's name is: an app's own text may name any. */
export function ownDatabasesOf(at: BlockContext): string[] {
  const addressed = new Set(
    sharedDatabasesOf(at).map(({ database }) => database),
  );
  return blockOptions(at.profile, at.layout, 'postgres-database')
    .flatMap(options => postgresDatabase.find(at, options))
    .map(({ database }) => database)
    .filter(database => addressed.has(database));
}

/** Files that hold a database, a role or a pooler of this name, whoever's they are. */
export function sharedDatabaseFiles(
  at: BlockContext,
  database: string,
): string[] {
  const { profile, layout, names } = at;
  return [
    ...blockOptions(profile, layout, 'postgres-role').filter(options =>
      postgresRole.find(at, options).some(({ role }) => role === database),
    ),
    ...blockOptions(profile, layout, 'postgres-role-secret').filter(
      options => postgresRoleSecret.find(at, options).length > 0,
    ),
    ...blockOptions(profile, layout, 'postgres-database').filter(
      options =>
        postgresDatabase.find(at, options).length > 0 ||
        isDatabaseTaken(at, options, database),
    ),
    ...blockOptions(profile, layout, 'postgres-pooler').filter(({ file }) =>
      at.tree.has(expandNames(file, names)),
    ),
  ].map(({ file }) => expandNames(file, names));
}

/** Keys of the secret store that hold the password for the cluster. */
export function roleKeysOf({ profile, layout, names }: BlockContext): string[] {
  return blockOptions(profile, layout, 'postgres-role-secret').map(({ key }) =>
    expandNames(key, names),
  );
}

function hostsOf({ profile, layout, app }: BlockContext): string[] {
  return blockOptions(profile, layout, 'postgres-pooler').map(
    ({ namespace }) => `${poolerName(app)}.${namespace}.svc`,
  );
}
