import { z } from 'zod';
import { expandNames } from '../profile/expandNames';
import type { BlockOptions } from '../profile/Profile';
import type { Block, BlockContext } from './Block';
import { fileFinding } from './fileFinding';

export type SecretVariable = { env: string; secret: string; key: string };

const containerSchema = z.object({
  kind: z.literal('Deployment'),
  spec: z.object({
    template: z.object({
      spec: z.object({
        containers: z
          .array(z.object({ env: z.array(z.unknown()).default([]) }))
          .min(1),
      }),
    }),
  }),
});

const variableSchema = z.object({
  name: z.string(),
  valueFrom: z.object({
    secretKeyRef: z.object({ name: z.string(), key: z.string() }),
  }),
});

const nameSchema = z.object({ name: z.string() });

/** Names of all variables of the app's first container, however filled. */
export function variableNames(
  context: BlockContext,
  options: BlockOptions<'deployment'>,
): string[] {
  return variablesOf(context, options).flatMap(
    entry => nameSchema.safeParse(entry).data?.name ?? [],
  );
}

/** An environment variable of the app's first container that a secret fills. */
export const secretEnvironment: Block<'deployment', SecretVariable> = {
  write({ tree, names }, options, { env, secret, key }) {
    const file = expandNames(options.file, names);
    const index = tree
      .readYaml(file)
      .findIndex(document => containerSchema.safeParse(document).success);
    const outcome = tree.editYaml(
      file,
      {
        kind: 'insert-item',
        path: ['spec', 'template', 'spec', 'containers', 0, 'env'],
        value: {
          name: env,
          valueFrom: { secretKeyRef: { name: secret, key } },
        },
      },
      Math.max(index, 0),
    );
    return fileFinding(file, outcome);
  },

  find(context, options) {
    return variablesOf(context, options).flatMap((entry): SecretVariable[] => {
      const { data } = variableSchema.safeParse(entry);
      return data
        ? [
            {
              env: data.name,
              secret: data.valueFrom.secretKeyRef.name,
              key: data.valueFrom.secretKeyRef.key,
            },
          ]
        : [];
    });
  },

  claims: () => [],
};

function variablesOf(
  { tree, names }: BlockContext,
  options: BlockOptions<'deployment'>,
): unknown[] {
  return tree
    .readYaml(expandNames(options.file, names))
    .flatMap((document): unknown[] => {
      const { data } = containerSchema.safeParse(document);
      return data?.spec.template.spec.containers[0].env ?? [];
    });
}
