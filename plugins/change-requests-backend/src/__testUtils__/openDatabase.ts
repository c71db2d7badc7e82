import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import Knex from 'knex';

/** A SQLite file that several processes share. */
export function openDatabase(filename: string) {
  const knex = Knex({
    client: 'better-sqlite3',
    connection: { filename },
    useNullAsDefault: true,
    pool: {
      min: 1,
      max: 1,
      afterCreate: (
        connection: { pragma(text: string): unknown },
        done: () => void,
      ) => {
        connection.pragma('busy_timeout = 20000');
        connection.pragma('journal_mode = WAL');
        connection.pragma('synchronous = NORMAL');
        done();
      },
    },
  });
  return {
    knex,
    factory: createServiceFactory({
      service: coreServices.database,
      deps: {},
      factory: () => ({ getClient: async () => knex }),
    }),
  };
}
