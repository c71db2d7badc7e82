import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { operationsOutput } from '../operations/operationsOutput';
import { parseOperations } from '../operations/parseOperations';
import { keycloakClientCreateExamples } from './createKeycloakClientCreateAction.examples';

/** The action `platform:keycloak-client:create`. */
export function createKeycloakClientCreateAction() {
  return createTemplateAction({
    id: 'platform:keycloak-client:create',
    description:
      "Describes a Keycloak client for an app's login. The client secret is made by Keycloak and goes to the secret store, never through the portal. Writes nothing; hand the output to `platform:change-request:open`.",
    examples: keycloakClientCreateExamples,
    supportsDryRun: true,
    schema: {
      input: {
        app: z => z.string().describe('Name of the app people log in to'),
        clientId: z =>
          z
            .string()
            .optional()
            .describe("Client id; without it the app's name"),
        host: z =>
          z
            .string()
            .describe(
              'Host the callback lies on; it must be a host of the app',
            ),
        callbackPath: z =>
          z
            .string()
            .describe('Path of the callback, such as `/oauth2/callback`'),
      },
      output: operationsOutput,
    },
    async handler(ctx) {
      ctx.output(
        'operations',
        parseOperations([{ ...ctx.input, type: 'add-oidc-client' }]),
      );
    },
  });
}
