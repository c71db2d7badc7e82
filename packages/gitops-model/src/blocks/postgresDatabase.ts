import { z } from 'zod';
import { expandNames } from '../profile/expandNames';
import { appLabels } from './appLabels';
import type { BlockOptions } from '../profile/Profile';
import type { BlockContext, RetiringBlock } from './Block';
import { fileFinding } from './fileFinding';
import { sharedDocuments } from './sharedDocuments';

/** Name of the database, which its role has too. */
export type DatabaseValue = { database: string };

const databaseSchema = z.object({ spec: z.object({ name: z.string() }) });
const holderSchema = z.object({
  kind: z.literal('Database'),
  spec: z.object({ name: z.string(), owner: z.string() }),
});

/** Whether anybody's Database in the file is, or belongs to, what is called so. */
export function isDatabaseTaken(
  { tree, names }: Pick<BlockContext, 'tree' | 'names'>,
  options: BlockOptions<'postgres-database'>,
  database: string,
): boolean {
  return tree.readYaml(expandNames(options.file, names)).some(document => {
    const { data } = holderSchema.safeParse(document);
    return data?.spec.name === database || data?.spec.owner === database;
  });
}

/** A database of the app's own in a cluster that apps share. */
export const postgresDatabase: RetiringBlock<
  'postgres-database',
  DatabaseValue
> = {
  write({ tree, app, names }, options, { database }) {
    const file = expandNames(options.file, names);
    if (!tree.has(file)) {
      const reason = 'there is no such text file';
      return fileFinding(file, { ok: false, reason });
    }
    const outcome = tree.addYaml(file, {
      apiVersion: 'postgresql.cnpg.io/v1',
      kind: 'Database',
      metadata: {
        name: app,
        namespace: options.namespace,
        labels: appLabels(app, names.unit),
      },
      spec: {
        cluster: { name: options.cluster },
        name: database,
        owner: database,
      },
    });
    return fileFinding(file, outcome);
  },

  find({ tree, app, names }, options) {
    const file = expandNames(options.file, names);
    return sharedDocuments({ tree }, file, 'Database', app).flatMap(
      ({ document }): DatabaseValue[] => {
        const { data } = databaseSchema.safeParse(document);
        return data ? [{ database: data.spec.name }] : [];
      },
    );
  },

  retire({ tree, app, names }, options) {
    const file = expandNames(options.file, names);
    const [found] = sharedDocuments({ tree }, file, 'Database', app);
    return found ? fileFinding(file, tree.removeYaml(file, found.index)) : [];
  },

  claims: () => [],
};
