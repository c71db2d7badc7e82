import { mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { FakeChangeRequests } from '../__testUtils__/fakeChangeRequests';
import {
  newServiceTemplate,
  startScaffolder,
} from '../__testUtils__/startScaffolder';

const values = {
  platform: 'edgit-k8s',
  name: 'notes',
  owner: 'group:default/atlas',
  image: 'nginx:1.27',
  port: 8080,
  replicas: 1,
  resources: {
    cpuRequest: '100m',
    memoryRequest: '128Mi',
    memoryLimit: '256Mi',
  },
  exposed: false,
  login: false,
};

const foreignStep = {
  action: 'fetch:plain',
  input: { url: 'https://forge.example/private/repository' },
};

/** Everybody may run dry; only some may run templates of their own. */
async function start(options: { managesTemplates: boolean }) {
  const permissions = mockServices.permissions.mock({
    authorize: async requests =>
      requests.map(({ permission }) => ({
        result:
          permission.name === 'scaffolder.template.management' &&
          !options.managesTemplates
            ? AuthorizeResult.DENY
            : AuthorizeResult.ALLOW,
      })),
    authorizeConditional: async requests =>
      requests.map(() => ({ result: AuthorizeResult.ALLOW })),
  });
  return startScaffolder({
    changeRequests: new FakeChangeRequests(),
    templates: [newServiceTemplate],
    permissions,
  });
}

describe('dry runs', () => {
  it('run a template as it stands in the catalog', async () => {
    const { dryRun } = await start({ managesTemplates: false });
    expect((await dryRun(newServiceTemplate, values)).status).toBe(200);
  });

  it.each([
    [
      'other steps',
      409,
      {
        ...newServiceTemplate,
        spec: { ...newServiceTemplate.spec, steps: [foreignStep] },
      },
    ],
    [
      'another version',
      409,
      {
        ...newServiceTemplate,
        metadata: { ...newServiceTemplate.metadata, annotations: {} },
      },
    ],
    [
      'a template of the caller',
      403,
      {
        ...newServiceTemplate,
        metadata: { name: 'mine' },
        spec: { ...newServiceTemplate.spec, steps: [foreignStep] },
      },
    ],
    ['no template', 400, { kind: 'Component', metadata: { name: 'notes' } }],
  ])('refuse %s', async (_, status, template) => {
    const { dryRun } = await start({ managesTemplates: false });
    expect((await dryRun(template, values)).status).toBe(status);
  });

  it.each([
    [{ secrets: { token: 'x' }, directoryContents: [] }],
    [{ directoryContents: [{ path: 'a', base64Content: '' }] }],
  ])('refuse secrets and files: %j', async extra => {
    const { call } = await start({ managesTemplates: false });
    const answer = await call('/v2/dry-run', {
      template: newServiceTemplate,
      values,
      ...extra,
    });
    expect(answer.status).toBe(403);
  });

  it('run anything for people who manage templates', async () => {
    const { dryRun } = await start({ managesTemplates: true });
    const own = {
      ...newServiceTemplate,
      metadata: { name: 'mine' },
      spec: {
        type: 'service',
        steps: [{ action: 'debug:log', input: { message: 'hello' } }],
      },
    };
    expect((await dryRun(own, {})).status).toBe(200);
  });
});
