import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { operationsOutput } from '../operations/operationsOutput';
import { parseOperations } from '../operations/parseOperations';
import { appCreateExamples } from './createAppCreateAction.examples';

/** The action `platform:app:create`. */
export function createAppCreateAction() {
  return createTemplateAction({
    id: 'platform:app:create',
    description:
      'Describes a new app: its workload, service, namespace and volumes. Writes nothing; hand the output to `platform:change-request:open`.',
    examples: appCreateExamples,
    supportsDryRun: true,
    schema: {
      input: {
        app: z => z.string().describe('Name of the app, a DNS label'),
        owner: z =>
          z
            .string()
            .describe('Entity ref of the owning group: `group:default/atlas`'),
        description: z =>
          z.string().optional().describe('What the app is for, in a sentence'),
        system: z =>
          z
            .string()
            .optional()
            .describe("Catalog system; without it the app's own name"),
        layout: z =>
          z
            .string()
            .optional()
            .describe(
              'Layout of the profile; without it the first that runs an image',
            ),
        category: z =>
          z
            .string()
            .optional()
            .describe('Category, where the platform has some'),
        clusters: z =>
          z
            .array(z.string())
            .optional()
            .describe('Clusters to run on; without it the first'),
        image: z => z.string().describe('Container image with tag or digest'),
        port: z => z.number().int().describe('Container port, 1 to 65535'),
        replicas: z => z.number().int().describe('Number of pods'),
        resources: z =>
          z
            .object({
              cpuRequest: z.string(),
              memoryRequest: z.string(),
              cpuLimit: z.string().optional(),
              memoryLimit: z.string(),
            })
            .describe('Kubernetes quantities, such as `100m` and `128Mi`'),
        env: z =>
          z
            .array(z.object({ name: z.string(), value: z.string() }))
            .optional()
            .describe(
              'Plain environment variables. Never a secret: those go through `platform:externalsecret:create`',
            ),
        storage: z =>
          z
            .array(
              z.object({
                name: z.string(),
                mountPath: z.string(),
                size: z.string(),
                purpose: z.string(),
              }),
            )
            .optional()
            .describe(
              'Volumes: size as a quantity such as `10Gi`, purpose as named by the platform, such as `replicated`',
            ),
      },
      output: operationsOutput,
    },
    async handler(ctx) {
      ctx.output(
        'operations',
        parseOperations([{ ...ctx.input, type: 'create-app' }]),
      );
    },
  });
}
