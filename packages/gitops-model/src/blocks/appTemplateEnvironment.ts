import { z } from 'zod';
import type { BlockOptions } from '../profile/Profile';
import { containerIn } from './appTemplateContainer';
import { addValue } from './appTemplateValues';
import type { Block, BlockContext } from './Block';
import type { SecretVariable } from './secretEnvironment';

const variableSchema = z.object({
  valueFrom: z.object({
    secretKeyRef: z.object({ name: z.string(), key: z.string() }),
  }),
});

/** Names of the variables that the values of the app's container list. */
export function appTemplateVariables(
  context: BlockContext,
  options: BlockOptions<'app-template'>,
): string[] {
  return Object.keys(containerIn(context, options)?.env ?? {});
}

/** One environment variable of the app's container that a secret fills. */
export const appTemplateEnvironment: Block<'app-template', SecretVariable> = {
  write(context, options, { env, secret, key }) {
    const container = containerIn(context, options);
    return container
      ? addValue(context, options, [...container.path, 'env', env], {
          valueFrom: { secretKeyRef: { name: secret, key } },
        })
      : [];
  },

  find(context, options) {
    const { env = {} } = containerIn(context, options) ?? {};
    return Object.entries(env).flatMap(([name, value]): SecretVariable[] => {
      const { data } = variableSchema.safeParse(value);
      if (!data) return [];
      const { name: secret, key } = data.valueFrom.secretKeyRef;
      return [{ env: name, secret, key }];
    });
  },

  claims: () => [],
};
