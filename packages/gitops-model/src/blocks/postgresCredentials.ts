import { z } from 'zod';
import { expandNames } from '../profile/expandNames';
import { appMetadata } from './appLabels';
import type { Block } from './Block';
import { fileFinding } from './fileFinding';

export type PostgresCredentials = {
  /** Variable that holds the address with user and password. */
  env: string;
};

const externalSecretSchema = z.object({
  kind: z.literal('ExternalSecret'),
  spec: z.object({
    secretStoreRef: z.object({ name: z.string() }),
    target: z.object({
      template: z.object({ data: z.record(z.string(), z.string()) }).optional(),
    }),
    dataFrom: z
      .array(z.object({ extract: z.object({ key: z.string() }).optional() }))
      .min(1),
  }),
});

/** Name of the Secret with an app's way to its database. */
export function credentialsName(app: string): string {
  return `${app}-db-secret`;
}

/** What the operator says of the app's database, brought to the app's namespace. */
export const postgresCredentials: Block<
  'postgres-cluster',
  PostgresCredentials
> = {
  write({ tree, app, names }, { credentials }, { env }) {
    const file = expandNames(credentials.file, names);
    const outcome = tree.addYaml(file, {
      apiVersion: 'external-secrets.io/v1',
      kind: 'ExternalSecret',
      metadata: appMetadata(names, `${app}-db`),
      spec: {
        refreshInterval: '1m',
        secretStoreRef: { ...credentials.store },
        target: {
          name: credentialsName(app),
          template: { type: 'Opaque', data: { [env]: '{{ index . "uri" }}' } },
        },
        dataFrom: [{ extract: { key: operatorSecret(app) } }],
      },
    });
    return fileFinding(file, outcome);
  },

  find({ tree, app, names }, { credentials }) {
    return tree.list(names.directory).flatMap(file =>
      tree.readYaml(file).flatMap((document): PostgresCredentials[] => {
        const { data } = externalSecretSchema.safeParse(document);
        if (!data) return [];
        const { secretStoreRef, target, dataFrom } = data.spec;
        const isOwn =
          secretStoreRef.name === credentials.store.name &&
          dataFrom.some(({ extract }) => extract?.key === operatorSecret(app));
        const variables = Object.keys(target.template?.data ?? {});
        return isOwn ? variables.map(env => ({ env })) : [];
      }),
    );
  },

  claims: () => [],
};

/** Name of the Secret that the operator makes for the owner of a cluster's database. */
function operatorSecret(cluster: string): string {
  return `${cluster}-app`;
}
