import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  deliverySnapshotListSchema,
  type DeliverySnapshot,
} from '@internal/plugin-delivery-common';
import request from 'supertest';
import deliveryPlugin from './index';
import { FakeArgocd, type FakeApplication } from './__testUtils__/FakeArgocd';

const token = randomBytes(16).toString('hex');
const firstCommit = randomBytes(20).toString('hex');
const secondCommit = randomBytes(20).toString('hex');
const repositoryUrl = 'https://forge.example/edgit/edgit-k8s';

let argocd: FakeArgocd;
const stops: (() => Promise<unknown>)[] = [];

beforeEach(async () => {
  argocd = await FakeArgocd.start({ token });
  argocd.applications = [application('matomo')];
});

afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
  await argocd.stop();
});

function application(name: string): FakeApplication {
  return {
    metadata: { name, namespace: 'argocd' },
    spec: {
      project: 'apps',
      destination: { namespace: name },
      source: { repoURL: `${repositoryUrl}.git`, path: `k8s/${name}` },
    },
    status: {
      sync: { status: 'Synced', revision: secondCommit },
      health: { status: 'Healthy' },
      summary: { images: ['registry.example/matomo:5.1.0'] },
      operationState: {
        phase: 'Succeeded',
        startedAt: '2026-03-01T09:59:00Z',
        finishedAt: '2026-03-01T10:00:00Z',
      },
      history: [
        { id: 0, revision: firstCommit, deployedAt: '2026-02-01T10:00:00Z' },
        { id: 1, revision: secondCommit, deployedAt: '2026-03-01T10:00:00Z' },
      ],
    },
  };
}

async function startPlugin(
  argocdConfig: object = {},
  permission:
    AuthorizeResult.ALLOW | AuthorizeResult.DENY = AuthorizeResult.ALLOW,
) {
  const backend = await startTestBackend({
    features: [
      deliveryPlugin,
      mockServices.permissions.factory({ result: permission }),
      mockServices.rootConfig.factory({
        data: {
          platforms: {
            'edgit-k8s': {
              repository: { url: repositoryUrl },
              clusters: [
                {
                  name: 'edgit',
                  argocd: {
                    url: argocd.url,
                    token,
                    pollSeconds: 0.5,
                    deadlineSeconds: 1,
                    ...argocdConfig,
                  },
                },
                { name: 'unwatched' },
              ],
            },
          },
        },
      }),
    ],
  });
  stops.push(() => backend.stop());
  return backend.server;
}

type Server = Awaited<ReturnType<typeof startPlugin>>;

async function readSnapshot(server: Server, query = '') {
  const response = await request(server)
    .get(`/api/delivery/snapshots${query}`)
    .expect(200);
  const { items } = deliverySnapshotListSchema.parse(response.body);
  expect(items).toHaveLength(1);
  return items[0];
}

async function untilSnapshot(
  server: Server,
  accepts: (snapshot: DeliverySnapshot) => boolean,
) {
  let snapshot = await readSnapshot(server);
  while (!accepts(snapshot)) {
    await sleep(50);
    snapshot = await readSnapshot(server);
  }
  return snapshot;
}

const hasRead = (snapshot: DeliverySnapshot) =>
  snapshot.observedAt !== undefined && !snapshot.failure;
const hasFailed = (snapshot: DeliverySnapshot) => Boolean(snapshot.failure);

describe('delivery plugin', () => {
  it('reports what Argo CD says of each application', async () => {
    const server = await startPlugin();

    const snapshot = await untilSnapshot(server, hasRead);

    expect(snapshot.units).toEqual([
      {
        platform: 'edgit-k8s',
        cluster: 'edgit',
        engine: 'argocd',
        name: 'matomo',
        namespace: 'argocd',
        project: 'apps',
        destinationNamespace: 'matomo',
        sync: 'synced',
        health: 'healthy',
        revision: secondCommit,
        syncedAt: '2026-03-01T10:00:00Z',
        url: `${argocd.url}/applications/argocd/matomo`,
        images: ['registry.example/matomo:5.1.0'],
        history: [
          { id: 1, revision: secondCommit, deployedAt: '2026-03-01T10:00:00Z' },
          { id: 0, revision: firstCommit, deployedAt: '2026-02-01T10:00:00Z' },
        ],
      },
    ]);
    expect(snapshot).toMatchObject({ platform: 'edgit-k8s', cluster: 'edgit' });
  });

  it('answers readers from memory', async () => {
    const server = await startPlugin({ pollSeconds: 3600 });
    await untilSnapshot(server, hasRead);
    const before = argocd.requests.length;

    await Promise.all(
      Array.from({ length: 20 }, () => readSnapshot(server, '?unit=matomo')),
    );

    expect(argocd.requests).toHaveLength(before);
    expect(before).toBe(2);
    expect(argocd.requests[0]).toContain('fields=items.metadata.name');
    expect(argocd.requests[1]).toBe(
      '/api/v1/applications/matomo?appNamespace=argocd',
    );
  });

  it('narrows by platform, cluster and unit', async () => {
    argocd.applications = [application('matomo'), application('n8n')];
    const server = await startPlugin();
    await untilSnapshot(server, hasRead);

    const one = await readSnapshot(
      server,
      '?platform=edgit-k8s&cluster=edgit&unit=n8n',
    );
    expect(one.units.map(unit => unit.name)).toEqual(['n8n']);

    const { body } = await request(server)
      .get('/api/delivery/snapshots?platform=pitower')
      .expect(200);
    expect(body).toEqual({ items: [] });

    const both = await readSnapshot(server, '?unit=n8n&unit=matomo&unit=x');
    expect(both.units.map(unit => unit.name)).toEqual(['matomo', 'n8n']);

    for (const query of [
      '?platform=a&platform=b',
      '?units=matomo',
      '?unit[x]=1',
    ]) {
      const refused = await request(server)
        .get(`/api/delivery/snapshots${query}`)
        .expect(400);
      expect(refused.body.error.name).toBe('InputError');
    }
  });

  it('answers people and other plugins, and nobody else', async () => {
    const server = await startPlugin({}, AuthorizeResult.DENY);
    const get = (header?: string) => {
      const call = request(server).get('/api/delivery/snapshots');
      return header ? call.set('authorization', header) : call;
    };

    const denied = await get(mockCredentials.user.header()).expect(403);
    expect(denied.body.error.message).toContain('delivery.read');
    await get(mockCredentials.none.header()).expect(401);

    const allowing = await startPlugin();
    await request(allowing)
      .get('/api/delivery/snapshots')
      .set('authorization', mockCredentials.service.header())
      .expect(200);
  });

  it.each([
    {
      name: 'a refused token',
      config: { token: 'of-somebody-else' },
      reason: /refused the token.*argocd\.token/,
    },
    {
      name: 'a token without rights',
      fault: { status: 403, body: { error: 'permission denied' } },
      reason: /does not let the token read applications/,
    },
    {
      name: 'an answer that is no list',
      fault: { status: 200, body: { items: { name: 'matomo' } } },
      reason: /cannot be understood: items:/,
    },
    {
      name: 'an application without a usable name',
      fault: { status: 200, body: { items: [{ metadata: { name: '../x' } }] } },
      reason: /cannot be understood: items\.0\.metadata:/,
    },
    {
      name: 'a web page',
      fault: { status: 200, body: '<!doctype html><title>Login</title>' },
      reason: /but not Argo CD/,
    },
    {
      name: 'something that knows no such path',
      fault: { status: 404, body: 'not found' },
      reason: /but not Argo CD/,
    },
    {
      name: 'a redirect',
      fault: { status: 302, body: '', location: 'http://127.0.0.1:1/' },
      reason: /redirect.*argocd\.url/,
    },
    {
      name: 'an outage',
      fault: { status: 503, body: 'no healthy upstream' },
      reason: /answered with status 503/,
    },
  ])('knows nothing, and says why, of $name', async example => {
    const { fault, config, reason } = example;
    if (fault) {
      argocd.fault = (_, response) => {
        response.writeHead(fault.status, {
          ...(fault.location ? { location: fault.location } : {}),
        });
        response.end(
          typeof fault.body === 'string'
            ? fault.body
            : JSON.stringify(fault.body),
        );
      };
    }
    const server = await startPlugin(config);

    const snapshot = await untilSnapshot(server, hasFailed);

    expect(snapshot.failure?.reason).toMatch(reason);
    expect(snapshot.failure?.reason).not.toContain(token);
    expect(snapshot).toMatchObject({ units: [] });
    expect(snapshot).not.toHaveProperty('observedAt');
  });

  it('gives up on an answer that does not come', async () => {
    argocd.fault = () => {};
    const server = await startPlugin({ deadlineSeconds: 0.2 });

    const snapshot = await untilSnapshot(server, hasFailed);

    expect(snapshot.failure?.reason).toContain('did not answer within 0.2 s');
  });

  it('gives up on an answer that does not end', async () => {
    argocd.fault = (_, response) => {
      const chunk = Buffer.alloc(4 * 1024 * 1024, ' ');
      const pump = () => {
        while (!response.destroyed && response.write(chunk));
      };
      response.on('drain', pump);
      pump();
    };
    const server = await startPlugin({ deadlineSeconds: 30 });

    const snapshot = await untilSnapshot(server, hasFailed);

    expect(snapshot.failure?.reason).toContain('more than 32 MB');
  });

  it('keeps what it last read while Argo CD is gone, and recovers', async () => {
    const server = await startPlugin();
    const good = await untilSnapshot(server, hasRead);
    const { port } = argocd;
    await argocd.stop();

    const gone = await untilSnapshot(server, hasFailed);
    expect(gone.units).toEqual(good.units);
    expect(gone.failure?.reason).toMatch(/cannot be reached \(E?\w+\)/);
    const later = await untilSnapshot(server, hasFailed);
    expect(later.failure?.since).toBe(gone.failure?.since);

    argocd = await FakeArgocd.start({ token, port });
    argocd.applications = [application('matomo'), application('n8n')];
    const back = await untilSnapshot(server, hasRead);
    expect(back.units.map(unit => unit.name)).toEqual(['matomo', 'n8n']);
    expect(Date.parse(back.observedAt ?? '')).toBeGreaterThan(
      Date.parse(gone.observedAt ?? ''),
    );
  });

  it('forgets one application, but does not believe that all are gone', async () => {
    argocd.applications = [application('matomo'), application('n8n')];
    const server = await startPlugin();
    await untilSnapshot(server, hasRead);

    argocd.applications = [application('n8n')];
    const fewer = await untilSnapshot(
      server,
      ({ units }) => units.length === 1,
    );
    expect(fewer.units[0].name).toBe('n8n');

    argocd.applications = [];
    const emptied = await untilSnapshot(server, hasFailed);
    expect(emptied.units).toEqual(fewer.units);
    expect(emptied.failure?.reason).toContain('though it listed 1 before');
  });

  it('takes an Argo CD that never had an application at its word', async () => {
    argocd.applications = [];
    const server = await startPlugin();

    const snapshot = await untilSnapshot(server, hasRead);

    expect(snapshot.units).toEqual([]);
  });

  it('shows an application it cannot make sense of as unknown', async () => {
    argocd.applications = [
      application('n8n'),
      {
        metadata: { name: 'odd', namespace: 'argocd' },
        status: { sync: { status: 7 }, health: 'Healthy' },
      },
      {
        metadata: { name: 'newer', namespace: 'argocd' },
        status: { sync: { status: 'Dreaming' }, health: { status: 'Fine' } },
      },
    ];
    const server = await startPlugin();

    const { units } = await untilSnapshot(server, hasRead);

    expect(
      units.map(({ name, sync, health }) => ({ name, sync, health })),
    ).toEqual([
      { name: 'n8n', sync: 'synced', health: 'healthy' },
      { name: 'odd', sync: 'unknown', health: 'unknown' },
      { name: 'newer', sync: 'unknown', health: 'unknown' },
    ]);
  });

  it('follows a sync to its new revision', async () => {
    const [matomo] = argocd.applications;
    argocd.applications = [
      {
        ...matomo,
        status: {
          sync: { status: 'OutOfSync', revision: secondCommit },
          health: { status: 'Degraded' },
          operationState: {
            phase: 'Failed',
            message: 'one or more objects failed to apply',
            startedAt: '2026-03-01T10:00:00Z',
            finishedAt: '2026-03-01T10:00:05Z',
          },
          history: [
            {
              id: 0,
              revision: firstCommit,
              deployedAt: '2026-02-01T10:00:00Z',
            },
          ],
        },
      },
    ];
    const server = await startPlugin();
    const failing = await untilSnapshot(server, hasRead);
    expect(failing.units[0]).toMatchObject({
      sync: 'out-of-sync',
      health: 'degraded',
      revision: firstCommit,
      syncedAt: '2026-02-01T10:00:00Z',
      message: 'one or more objects failed to apply',
    });

    argocd.applications = [application('matomo')];
    const synced = await untilSnapshot(
      server,
      ({ units }) => units[0].sync === 'synced',
    );
    expect(synced.units[0]).toMatchObject({ revision: secondCommit });
    expect(synced.units[0]).not.toHaveProperty('message');
  });

  it('takes the revision of the own repository among several sources', async () => {
    const [matomo] = argocd.applications;
    argocd.applications = [
      {
        ...matomo,
        spec: {
          project: 'apps',
          sources: [
            { repoURL: 'https://charts.example', chart: 'matomo' },
            { repoURL: 'https://forge.example/other/values.git' },
            { repoURL: `${repositoryUrl}.git`, path: 'k8s/matomo' },
          ],
        },
        status: {
          sync: {
            status: 'Synced',
            revisions: ['9.0.1', firstCommit, secondCommit],
          },
          health: { status: 'Healthy' },
        },
      },
      {
        ...application('chart-only'),
        status: { sync: { status: 'Synced', revision: '9.0.1' } },
      },
    ];
    const server = await startPlugin();

    const { units } = await untilSnapshot(server, hasRead);

    expect(units[0].revision).toBe(secondCommit);
    expect(units[1]).not.toHaveProperty('revision');
  });

  it.each([
    [{ url: 'data:text/html,argocd' }, /argocd\.url: must be an http or https/],
    [{ url: 'https://me:pw@argocd.example' }, /argocd\.url: must have no user/],
    [{ token: '' }, /argocd\.token: must not be empty/],
    [{ pollSeconds: 0 }, /argocd\.pollSeconds: /],
    [{ pollSecond: 9 }, /argocd: Unrecognized key: "pollSecond"/],
  ])('does not start with %j', async (wrong, sentence) => {
    await expect(startPlugin(wrong)).rejects.toThrow(sentence);
  });
});
