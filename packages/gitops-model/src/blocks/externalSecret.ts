import { z } from 'zod';
import type { YamlValue } from '../edit/yaml/YamlValue';
import { directoryOf } from '../edit/directoryOf';
import { expandNames } from '../profile/expandNames';
import type { AppNames } from '../profile/AppNames';
import type { BlockOptions } from '../profile/Profile';
import { appMetadata } from './appLabels';
import type { Block, BlockContext } from './Block';
import { fileFinding } from './fileFinding';

export type SecretEntry = {
  /** What the app asks for, or what its login client needs. */
  purpose: 'app' | 'login';
  secretKey: string;
  key: string;
  property?: string;
};

const externalSecretSchema = z.object({
  kind: z.literal('ExternalSecret'),
  metadata: z.object({ name: z.string() }),
  spec: z.object({
    data: z.array(
      z.object({
        secretKey: z.string(),
        remoteRef: z.object({
          key: z.string(),
          property: z.string().optional(),
        }),
      }),
    ),
  }),
});

const purposes = ['app', 'login'] as const;

/** Name of the Secret that an app's entries of one purpose end up in. */
export function secretName(
  names: AppNames,
  options: BlockOptions<'external-secret'>,
  purpose: SecretEntry['purpose'],
): string {
  return purpose === 'app'
    ? expandNames(options.name, names)
    : `${names.app}-oidc`;
}

/** A key of the secret store, as a key of one of the app's Secrets. */
export const externalSecret: Block<'external-secret', SecretEntry> = {
  write(context, options, { purpose, secretKey, key, property }) {
    const { tree, profile, names } = context;
    const name = secretName(names, options, purpose);
    const entry: YamlValue = {
      secretKey,
      remoteRef: property === undefined ? { key } : { key, property },
    };
    const known = secretsOf(context, options).find(
      found => found.name === name,
    );
    if (known) {
      const outcome = tree.editYaml(
        known.file,
        { kind: 'insert-item', path: ['spec', 'data'], value: entry },
        known.index,
      );
      return fileFinding(known.file, outcome);
    }
    const file = expandNames(
      purpose === 'app' ? options.file : (options.loginFile ?? options.file),
      names,
    );
    const outcome = tree.addYaml(file, {
      apiVersion: 'external-secrets.io/v1',
      kind: 'ExternalSecret',
      metadata: appMetadata(names, name),
      spec: {
        refreshInterval: options.refreshInterval,
        secretStoreRef: { ...profile.secrets.store },
        target: { name, creationPolicy: 'Owner' },
        data: [entry],
      },
    });
    return fileFinding(file, outcome);
  },

  find(context, options) {
    return secretsOf(context, options).flatMap(({ name, entries }) => {
      const purpose = purposes.find(
        known => secretName(context.names, options, known) === name,
      );
      return purpose ? entries.map(entry => ({ purpose, ...entry })) : [];
    });
  },

  claims: () => [],
};

interface FoundSecret {
  file: string;
  index: number;
  name: string;
  entries: Omit<SecretEntry, 'purpose'>[];
}

function secretsOf(
  { tree, names }: BlockContext,
  options: BlockOptions<'external-secret'>,
): FoundSecret[] {
  const directory = directoryOf(expandNames(options.file, names));
  return tree.list(directory).flatMap(file =>
    tree.readYaml(file).flatMap((document, index): FoundSecret[] => {
      const { data } = externalSecretSchema.safeParse(document);
      return data
        ? [
            {
              file,
              index,
              name: data.metadata.name,
              entries: data.spec.data.map(({ secretKey, remoteRef }) => ({
                secretKey,
                ...remoteRef,
              })),
            },
          ]
        : [];
    }),
  );
}
