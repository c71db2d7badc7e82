import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { operationsOutput } from '../operations/operationsOutput';
import { parseOperations } from '../operations/parseOperations';
import { httpRouteCreateExamples } from './createHttpRouteCreateAction.examples';

/** The action `platform:httproute:create`. */
export function createHttpRouteCreateAction() {
  return createTemplateAction({
    id: 'platform:httproute:create',
    description:
      'Describes a route from a public host to an app. Writes nothing; hand the output to `platform:change-request:open`.',
    examples: httpRouteCreateExamples,
    supportsDryRun: true,
    schema: {
      input: {
        app: z => z.string().describe('Name of the app that is published'),
        host: z =>
          z.string().describe('Host name under a domain of the platform'),
        exposure: z =>
          z
            .string()
            .optional()
            .describe(
              'Which gateway takes the host, such as `internal`, where the platform has several',
            ),
        path: z =>
          z.string().optional().describe('Path prefix; without it `/` for all'),
        port: z =>
          z
            .number()
            .int()
            .optional()
            .describe("Port of the app's service; without it its only port"),
      },
      output: operationsOutput,
    },
    async handler(ctx) {
      ctx.output(
        'operations',
        parseOperations([{ ...ctx.input, type: 'add-route' }]),
      );
    },
  });
}
