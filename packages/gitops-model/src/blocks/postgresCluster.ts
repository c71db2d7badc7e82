import { z } from 'zod';
import { expandNames } from '../profile/expandNames';
import type { BlockContext, RetiringBlock } from './Block';
import { fileFinding } from './fileFinding';
import { postgresCredentials } from './postgresCredentials';

export type PostgresValue = {
  /** Name of the database, which its role has too. */
  database: string;
  size: string;
};

const clusterSchema = z.object({
  kind: z.literal('Cluster'),
  metadata: z.object({ name: z.string() }),
  spec: z.object({
    bootstrap: z
      .object({ initdb: z.object({ database: z.string() }).optional() })
      .optional(),
    storage: z.object({ size: z.string() }),
  }),
});

/**
 * The app's own PostgreSQL cluster, as a document of a file that all apps'
 * stand in. It is the app's where the app has credentials of it.
 */
export const postgresCluster: RetiringBlock<'postgres-cluster', PostgresValue> =
  {
    write({ tree, app, names }, options, { database, size }) {
      const file = expandNames(options.file, names);
      if (!tree.has(file)) {
        const reason = 'there is no such text file';
        return fileFinding(file, { ok: false, reason });
      }
      const outcome = tree.addYaml(file, {
        apiVersion: 'postgresql.cnpg.io/v1',
        kind: 'Cluster',
        metadata: { name: app, namespace: options.namespace },
        spec: {
          instances: options.instances,
          imageName: options.image,
          bootstrap: { initdb: { database, owner: database } },
          storage: { size, storageClass: options.storageClass },
          monitoring: { enablePodMonitor: true },
        },
      });
      return fileFinding(file, outcome);
    },

    find(context, options) {
      if (postgresCredentials.find(context, options).length === 0) return [];
      const { file } = options;
      return clustersIn(context, file).map(({ spec }) => ({
        database: spec.bootstrap?.initdb?.database ?? 'app',
        size: spec.storage.size,
      }));
    },

    retire(context, options) {
      const file = expandNames(options.file, context.names);
      const [found] = clustersIn(context, options.file);
      return found
        ? fileFinding(file, context.tree.removeYaml(file, found.index))
        : [];
    },

    claims: () => [],
  };

/** Clusters of the app's name, whoever they belong to. */
export function clustersIn(
  { tree, app, names }: Pick<BlockContext, 'tree' | 'app' | 'names'>,
  file: string,
) {
  return tree.readYaml(expandNames(file, names)).flatMap((document, index) => {
    const { data } = clusterSchema.safeParse(document);
    return data?.metadata.name === app ? [{ ...data, index }] : [];
  });
}
