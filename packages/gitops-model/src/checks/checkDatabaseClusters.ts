import type { BlockContext } from '../blocks/Block';
import type { Finding } from '../finding/Finding';
import { blockOptions } from '../profile/blockOptions';
import { expandNames } from '../profile/expandNames';
import type { CheckContext } from './CheckContext';
import { refusal } from './refusal';

/** Whether every cluster that an app runs on deploys the PostgreSQL cluster that apps share. */
export function checkDatabaseClusters(
  places: readonly BlockContext[],
  { model }: Pick<CheckContext, 'model'>,
): Finding[] {
  return places.flatMap(({ profile, layout, names }) =>
    blockOptions(profile, layout, 'postgres-role')
      .map(({ file }) => expandNames(file, names))
      .filter(
        file =>
          !model.databases.some(
            database =>
              database.kind === 'Cluster' &&
              database.cluster === names.cluster &&
              database.source.file === file,
          ),
      )
      .map(file =>
        refusal('database-cluster-missing', {
          message: `The cluster ${names.cluster} does not deploy the PostgreSQL of ${file}, so ${names.app} could not reach a database there.`,
          fix: 'Run the app on a cluster that has it, or ask the platform team to deploy it.',
          field: 'app',
          file,
        }),
      ),
  );
}
