import { randomBytes } from 'node:crypto';
import { createBackendModule } from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import {
  createTemplateAction,
  scaffolderActionsExtensionPoint,
} from '@backstage/plugin-scaffolder-node';
import request from 'supertest';
import { startPortal } from './__testUtils__/startPortal';

const environmentSecret = randomBytes(16).toString('hex');

/** An action of the platform's, as far as the policy can tell. */
const echoModule = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'echo',
  register(env) {
    env.registerInit({
      deps: { actions: scaffolderActionsExtensionPoint },
      async init({ actions }) {
        actions.addActions(
          createTemplateAction({
            id: 'platform:app:create',
            supportsDryRun: true,
            schema: {
              input: { text: z => z.string() },
              output: { text: z => z.string() },
            },
            async handler(ctx) {
              ctx.output('text', ctx.input.text);
            },
          }),
        );
      },
    });
  },
});

/** The scaffolder's built-in actions, each with an input it would accept. */
const builtInActions: Record<string, { input: object; outcome: string }> = {
  'catalog:fetch': {
    input: { entityRef: 'user:default/petra' },
    outcome: 'refused',
  },
  'catalog:register': {
    input: { catalogInfoUrl: 'https://example.com/catalog-info.yaml' },
    outcome: 'skipped',
  },
  'catalog:write': {
    input: { entity: { kind: 'Template' } },
    outcome: 'refused',
  },
  'debug:log': {
    input: { message: 'x', listWorkspace: true },
    outcome: 'refused',
  },
  'debug:wait': { input: { seconds: 1 }, outcome: 'skipped' },
  'fetch:plain': {
    input: { url: 'file:///etc/', targetPath: '.' },
    outcome: 'refused',
  },
  'fetch:plain:file': {
    input: { url: 'http://169.254.169.254/latest', targetPath: 'x' },
    outcome: 'refused',
  },
  'fetch:template': {
    input: { url: 'https://example.com/x', values: {} },
    outcome: 'refused',
  },
  'fetch:template:file': {
    input: { url: './x', targetPath: 'x', values: {} },
    outcome: 'refused',
  },
  'fs:delete': { input: { files: ['../../x'] }, outcome: 'refused' },
  'fs:readdir': { input: { paths: ['/'] }, outcome: 'refused' },
  'fs:rename': {
    input: { files: [{ from: 'a', to: '../b' }] },
    outcome: 'refused',
  },
};

const refusalOf = (action: string) => ({
  status: 403,
  said: expect.stringContaining(`Unauthorized action: ${action}.`),
});

/** What knows no dry run does nothing in one, so there is nothing to refuse. */
const skippingOf = (action: string) => ({
  status: 200,
  said: expect.stringContaining(
    `Skipping because ${action} does not support dry-run`,
  ),
});

describe('dry run under the platform policy', () => {
  let server: Awaited<ReturnType<typeof startPortal>>['server'];
  const authorization = mockCredentials.user.header('user:default/ada');

  beforeAll(async () => {
    const portal = await startPortal({
      config: {
        scaffolder: {
          defaultEnvironment: { secrets: { FORGE: environmentSecret } },
        },
      },
      features: [
        scaffolderPlugin,
        echoModule,
        catalogServiceMock.factory({ entities: [] }),
        mockServices.database.factory(),
      ],
    });
    server = portal.server;
  });

  const dryRun = (steps: object[], text: string) =>
    request(server)
      .post('/api/scaffolder/v2/dry-run')
      .set('authorization', authorization)
      .send({
        template: {
          apiVersion: 'scaffolder.backstage.io/v1beta3',
          kind: 'Template',
          metadata: { name: 'mine' },
          spec: { type: 'service', steps, output: { result: text } },
        },
        values: {},
        directoryContents: [],
      });

  it('runs the actions of the platform, without the secrets of the portal', async () => {
    const expression = 'got ${{ environment.secrets.FORGE }}';
    const { body, text } = await dryRun(
      [
        {
          id: 'step',
          action: 'platform:app:create',
          input: { text: expression },
        },
      ],
      `\${{ steps.step.output.text }}, ${expression}`,
    ).expect(200);

    expect(body.output.result).toMatch(/^got /);
    expect(text).not.toContain(environmentSecret);
  });

  it('knows every action that is installed', async () => {
    const { body } = await request(server)
      .get('/api/scaffolder/v2/actions')
      .set('authorization', authorization)
      .expect(200);

    expect(body.map(({ id }: { id: string }) => id).sort()).toEqual(
      [...Object.keys(builtInActions), 'platform:app:create'].sort(),
    );
  });

  it.each(Object.entries(builtInActions))(
    'runs no %s of a made-up template',
    async (action, { input, outcome }) => {
      const { body, status } = await dryRun(
        [{ id: 'step', action, input }],
        'done',
      );

      expect({ status, said: JSON.stringify(body) }).toEqual(
        outcome === 'refused' ? refusalOf(action) : skippingOf(action),
      );
    },
  );
});
