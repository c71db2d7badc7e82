import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { operationsOutput } from '../operations/operationsOutput';
import { parseOperations } from '../operations/parseOperations';
import { externalSecretCreateExamples } from './createExternalSecretCreateAction.examples';

/** The action `platform:externalsecret:create`. */
export function createExternalSecretCreateAction() {
  return createTemplateAction({
    id: 'platform:externalsecret:create',
    description:
      'Describes which existing keys of the secret store an app gets as environment variables. It names keys and never holds a value. Writes nothing; hand the output to `platform:change-request:open`.',
    examples: externalSecretCreateExamples,
    supportsDryRun: true,
    schema: {
      input: {
        app: z => z.string().describe('Name of the app that reads the keys'),
        entries: z =>
          z
            .array(
              z.object({
                env: z.string(),
                key: z.string(),
                property: z.string().optional(),
              }),
            )
            .describe(
              'Environment variable ← key in the store (path without the mount) and, where the key holds several values, the property',
            ),
      },
      output: operationsOutput,
    },
    async handler(ctx) {
      ctx.output(
        'operations',
        parseOperations([{ ...ctx.input, type: 'add-secret' }]),
      );
    },
  });
}
