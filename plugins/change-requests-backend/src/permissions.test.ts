import { randomUUID } from 'node:crypto';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  type AuthorizePermissionRequest,
} from '@backstage/plugin-permission-common';
import { freePorts, startSandbox, type Sandbox } from '@internal/sandbox';
import request from 'supertest';
import { createAppBody } from './__testUtils__/operations';
import { startPortal, type Portal } from './__testUtils__/startPortal';
import { waitForState } from './__testUtils__/waitForState';

jest.setTimeout(60_000);

let sandbox: Sandbox;
let portal: Portal;
let denied: string[] = [];
const permissions = mockServices.permissions.mock({
  authorize: async (requests: AuthorizePermissionRequest[]) =>
    requests.map(({ permission }) => ({
      result: denied.includes(permission.name)
        ? AuthorizeResult.DENY
        : AuthorizeResult.ALLOW,
    })),
});

beforeAll(async () => {
  sandbox = await startSandbox({
    ports: freePorts,
    platforms: [],
  });
  portal = await startPortal(sandbox, {
    features: [permissions.factory],
    changeRequests: { maxTries: 1 },
  });
});

afterAll(async () => {
  await portal.stop();
  await sandbox.stop();
});

const id = randomUUID();
const check = { platform: 'edgit-k8s', field: 'app', value: 'x' };
const routes = [
  ['get', '/platforms', 'change-request.read'],
  ['get', '/platforms/edgit-k8s/apps', 'change-request.read'],
  ['get', '/platforms/edgit-k8s/apps/paperless', 'change-request.read'],
  ['post', '/field-checks', 'change-request.create', check],
  ['post', '/previews', 'change-request.create', createAppBody('x')],
  ['post', '/requests', 'change-request.create', createAppBody('x')],
  ['get', '/requests', 'change-request.read'],
  ['get', `/requests/${id}`, 'change-request.read'],
  ['post', `/requests/${id}/retry`, 'change-request.retry'],
] as const;

describe.each(routes)('%s %s', (method, path, permission, body?: object) => {
  const call = (authorization?: string) => {
    const calling = request(portal.server)[method](
      `/api/change-requests${path}`,
    );
    return authorization
      ? calling.set({ authorization }).send(body)
      : calling.send(body);
  };

  it('wants a signed-in user', async () => {
    await call(mockCredentials.none.header()).expect(401);
    await call(mockCredentials.user.invalidHeader()).expect(401);
    await call(mockCredentials.service.header()).expect(403);
  });

  it('wants its permission, and no other', async () => {
    denied = [permission];
    const { body: answer } = await call(mockCredentials.user.header()).expect(
      403,
    );
    expect(answer.error.message).toContain(permission);
    denied = [
      'change-request.read',
      'change-request.create',
      'change-request.retry',
    ].filter(name => name !== permission);
    const { status } = await call(mockCredentials.user.header());
    expect(status).not.toBe(403);
    denied = [];
  });
});

it('lets only who asked and the platform team retry', async () => {
  sandbox.world.faults.set({
    system: 'forge',
    kind: 'forbidden',
    match: 'api',
  });
  const created = await portal
    .as('ada')
    .post('/requests', createAppBody('mine'))
    .expect(201);
  const { id: own } = created.body;
  await waitForState(portal, own, 'failed');
  await portal.as('boris').post(`/requests/${own}/retry`).expect(403);
  await portal.as('petra').post(`/requests/${own}/retry`).expect(200);
  await waitForState(portal, own, 'failed');
  sandbox.world.faults.clear();
  await portal.as('ada').post(`/requests/${own}/retry`).expect(200);
  await waitForState(portal, own, 'open');
  const again = await portal.as('ada').post(`/requests/${own}/retry`);
  expect(again.status).toBe(409);
});
