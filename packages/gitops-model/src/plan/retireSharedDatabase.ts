import type { BlockContext } from '../blocks/Block';
import { postgresDatabase } from '../blocks/postgresDatabase';
import { postgresPooler } from '../blocks/postgresPooler';
import { postgresRole } from '../blocks/postgresRole';
import { postgresRoleSecret } from '../blocks/postgresRoleSecret';
import { ownDatabasesOf } from './aspects/sharedDatabase';
import { retireValues } from './retireValues';
import type { Step } from './Step';

/** Takes the app's database out of what asks for those of a shared cluster, where the app's own files tell which it is. */
export function retireSharedDatabase(at: BlockContext): Step[] {
  const own = new Set(ownDatabasesOf(at));
  if (own.size === 0) return [];
  return [
    ...retireValues('postgres-role', postgresRole, at, ({ role }) =>
      own.has(role),
    ),
    ...retireValues('postgres-role-secret', postgresRoleSecret, at, () => true),
    ...retireValues('postgres-database', postgresDatabase, at, ({ database }) =>
      own.has(database),
    ),
    ...retireValues('postgres-pooler', postgresPooler, at, () => true),
  ];
}
