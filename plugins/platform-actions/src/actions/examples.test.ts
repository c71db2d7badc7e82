import type { TemplateEntityV1beta3 } from '@backstage/plugin-scaffolder-common';
import { parse } from 'yaml';
import { FakeChangeRequests } from '../__testUtils__/fakeChangeRequests';
import { startScaffolder } from '../__testUtils__/startScaffolder';
import { templateVersionAnnotation } from '../template/readTemplateVersion';
import { createAppCreateAction } from './createAppCreateAction';
import { createChangeRequestOpenAction } from './createChangeRequestOpenAction';
import { createExternalSecretCreateAction } from './createExternalSecretCreateAction';
import { createHttpRouteCreateAction } from './createHttpRouteCreateAction';
import { createKeycloakClientCreateAction } from './createKeycloakClientCreateAction';
import { createOperationDescribeAction } from './createOperationDescribeAction';

const examples = [
  createAppCreateAction(),
  createHttpRouteCreateAction(),
  createExternalSecretCreateAction(),
  createKeycloakClientCreateAction(),
  createOperationDescribeAction(),
  createChangeRequestOpenAction({
    changeRequests: new FakeChangeRequests(),
    appBaseUrl: 'http://portal.example',
  }),
].flatMap(action =>
  (action.examples ?? []).map(({ description, example }) => ({
    action: action.id,
    description,
    steps: parse(example).steps,
  })),
);

/** What the last step of every example comes to. */
const outcomes: Record<string, unknown> = {
  'Another image': [
    { type: 'set-image', app: 'notes', image: 'ghcr.io/example/notes:2.5.0' },
  ],
  'The end of an app': [
    { type: 'retire-app', app: 'notes', confirmation: 'notes' },
  ],
  'A stateless web service': [
    expect.objectContaining({ type: 'create-app', app: 'notes', replicas: 2 }),
  ],
  'An app with an environment variable and a replicated volume': [
    expect.objectContaining({
      type: 'create-app',
      app: 'archive',
      system: 'documents',
      env: [{ name: 'LOG_LEVEL', value: 'info' }],
      storage: [expect.objectContaining({ purpose: 'replicated' })],
    }),
  ],
  'Publish a whole host': [
    {
      type: 'add-route',
      app: 'notes',
      host: 'notes.exitthecloud.eu',
      path: '/',
    },
  ],
  'Publish one path on a named service port': [
    {
      type: 'add-route',
      app: 'notes',
      host: 'notes.apps.edgeprime.io',
      path: '/api',
      port: 8080,
    },
  ],
  'One property of a key, as an environment variable': [
    {
      type: 'add-secret',
      app: 'notes',
      entries: [
        { env: 'DATABASE_URL', key: 'atlas/notes/database', property: 'url' },
      ],
    },
  ],
  "A login client on the app's own host": [
    {
      type: 'add-oidc-client',
      app: 'notes',
      host: 'notes.exitthecloud.eu',
      callbackPath: '/oauth2/callback',
    },
  ],
  'Ask for an app and, where wanted, its route, in one request': [
    expect.objectContaining({ type: 'create-app' }),
    expect.objectContaining({ type: 'add-route' }),
  ],
};

describe('examples of the actions', () => {
  it('are all told what they come to', () => {
    expect(examples.map(example => example.description).sort()).toEqual(
      Object.keys(outcomes).sort(),
    );
  });

  it.each(examples)('$action: $description', async ({ description, steps }) => {
    const last = steps.at(-1);
    const template: TemplateEntityV1beta3 = {
      apiVersion: 'scaffolder.backstage.io/v1beta3',
      kind: 'Template',
      metadata: {
        name: 'example',
        annotations: { [templateVersionAnnotation]: '1' },
      },
      spec: {
        type: 'service',
        steps,
        output: { result: `\${{ steps.${last.id}.output }}` },
      },
    };
    const changeRequests = new FakeChangeRequests();
    const { dryRun } = await startScaffolder({
      changeRequests,
      templates: [template],
    });
    const answer = await dryRun(template, { exposed: true });
    expect(answer.status).toBe(200);
    const { operations } =
      changeRequests.previewed.at(0) ?? answer.body.output.result;
    expect(operations).toEqual(outcomes[description]);
  });
});
