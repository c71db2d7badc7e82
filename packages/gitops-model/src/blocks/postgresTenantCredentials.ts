import { z } from 'zod';
import { expandNames } from '../profile/expandNames';
import { appMetadata } from './appLabels';
import type { Block } from './Block';
import { fileFinding } from './fileFinding';
import { credentialsName } from './postgresCredentials';

export type TenantCredentials = {
  /** Variable that holds the address with user and password. */
  env: string;
  /** Key of the secret store that holds the name and password of the app's role. */
  key: string;
  database: string;
  /** Host of the pooler. */
  host: string;
};

const externalSecretSchema = z.object({
  kind: z.literal('ExternalSecret'),
  metadata: z.object({ name: z.string() }),
  spec: z.object({
    target: z.object({
      template: z.object({ data: z.record(z.string(), z.string()) }),
    }),
    dataFrom: z.tuple([z.object({ extract: z.object({ key: z.string() }) })]),
  }),
});

const addressShape =
  /^postgresql:\/\/\{\{ \.username \}\}:\{\{ \.password \| urlquery \}\}@([a-z0-9.-]+):5432\/([a-z0-9_]+)\?sslmode=require$/;

/** The address of the app's database in a shared cluster, put together from what the secret store holds of its role. */
export const postgresTenantCredentials: Block<
  'postgres-tenant-credentials',
  TenantCredentials
> = {
  write({ tree, profile, app, names }, options, { env, key, database, host }) {
    const file = expandNames(options.file, names);
    const outcome = tree.addYaml(file, {
      apiVersion: 'external-secrets.io/v1',
      kind: 'ExternalSecret',
      metadata: appMetadata(names, `${app}-db`),
      spec: {
        refreshInterval: options.refreshInterval,
        secretStoreRef: { ...profile.secrets.store },
        target: {
          name: credentialsName(app),
          creationPolicy: 'Owner',
          template: {
            type: 'Opaque',
            data: {
              [env]: `postgresql://{{ .username }}:{{ .password | urlquery }}@${host}:5432/${database}?sslmode=require`,
            },
          },
        },
        dataFrom: [{ extract: { key } }],
      },
    });
    return fileFinding(file, outcome);
  },

  find({ tree, app, names }, options) {
    return tree
      .readYaml(expandNames(options.file, names))
      .flatMap((document): TenantCredentials[] => {
        const { data } = externalSecretSchema.safeParse(document);
        if (data?.metadata.name !== `${app}-db`) return [];
        const { target, dataFrom } = data.spec;
        return Object.entries(target.template.data).flatMap(([env, text]) => {
          const [, host, database] = addressShape.exec(text) ?? [];
          const { key } = dataFrom[0].extract;
          return host && database ? [{ env, key, database, host }] : [];
        });
      });
  },

  claims: () => [],
};
