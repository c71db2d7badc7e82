import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { operationsOutput } from '../operations/operationsOutput';
import { parseOperations } from '../operations/parseOperations';
import { operationDescribeExamples } from './createOperationDescribeAction.examples';

/** The action `platform:operation:describe`, for every operation there is. */
export function createOperationDescribeAction() {
  return createTemplateAction({
    id: 'platform:operation:describe',
    description:
      'Describes one change of an app that is there, such as another image, or its retirement. Writes nothing; hand the output to `platform:change-request:open`.',
    examples: operationDescribeExamples,
    supportsDryRun: true,
    schema: {
      input: {
        operation: z =>
          z
            .object({
              type: z
                .string()
                .describe(
                  'Such as `set-image`; see the operations in the docs',
                ),
              app: z.string().describe('Name of the app'),
            })
            .passthrough()
            .describe('The operation, as plain data'),
      },
      output: operationsOutput,
    },
    async handler(ctx) {
      ctx.output('operations', parseOperations([ctx.input.operation]));
    },
  });
}
