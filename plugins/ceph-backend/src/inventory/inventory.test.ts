import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  chainAnswerSchema,
  type VolumeList,
  volumeListSchema,
} from '@internal/plugin-ceph-common';
import { Router } from 'express';
import request from 'supertest';
import { toMachine, toMachineDisks } from '../__testUtils__/exampleMachines';
import { exampleObjects, toComponent } from '../__testUtils__/exampleObjects';
import { FakeUpstream } from '../__testUtils__/FakeUpstream';
import cephPlugin from '../index';

jest.setTimeout(60_000);

const token = randomBytes(16).toString('hex');
const pods = '/api/v1/pods';
const volumes = '/api/v1/persistentvolumes';
let kubernetes: FakeUpstream;
let machinesStatus: number;
const stops: (() => Promise<unknown>)[] = [];

beforeEach(async () => {
  machinesStatus = 200;
  kubernetes = await FakeUpstream.start(token);
  stops.push(() => kubernetes.stop());
  kubernetes.lists = {
    '/api/v1/nodes': [exampleObjects.node('node-a')],
    [volumes]: [
      exampleObjects.volume('books', 'data', exampleObjects.local('node-a')),
      exampleObjects.volume('books', 'more', exampleObjects.nfs('nas.example')),
    ],
    [pods]: [exampleObjects.pod('books', ['data', 'more'])],
  };
});

afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

/** The plugin that this one asks for machines. */
const machines = createBackendPlugin({
  pluginId: 'talos-nodes',
  register(env) {
    env.registerInit({
      deps: { http: coreServices.httpRouter },
      async init({ http }) {
        const router = Router();
        router.use((_request, response, next) => {
          if (machinesStatus === 200) next();
          else response.status(machinesStatus).end();
        });
        router.get('/nodes', (_request, response) => {
          response.json({ items: [toMachine('east', 'node-a')], clusters: [] });
        });
        router.get('/disks', (_request, response) => {
          const disks = [{ name: 'sda', model: 'Fast 512', serial: 'S5X1' }];
          response.json({ items: [toMachineDisks('east', 'node-a', disks)] });
        });
        http.use(router);
      },
    });
  },
});

async function startPlugin(
  result: AuthorizeResult.ALLOW | AuthorizeResult.DENY = AuthorizeResult.ALLOW,
) {
  const backend = await startTestBackend({
    features: [
      cephPlugin,
      machines,
      catalogServiceMock.factory({
        entities: [toComponent('east', 'books', 'group:default/atlas')],
      }),
      mockServices.permissions.factory({ result }),
      mockServices.rootConfig.factory({
        data: {
          platforms: {
            home: {
              clusters: [{ name: 'east', storage: { refreshSeconds: 1 } }],
            },
          },
          kubernetes: {
            clusterLocatorMethods: [
              {
                type: 'config',
                clusters: [
                  {
                    name: 'east',
                    url: kubernetes.url,
                    authProvider: 'serviceAccount',
                    serviceAccountToken: token,
                  },
                ],
              },
            ],
          },
        },
      }),
    ],
  });
  stops.push(() => backend.stop());
  return backend.server;
}

type Server = Awaited<ReturnType<typeof startPlugin>>;

async function until(
  server: Server,
  query: string,
  accepts: (list: VolumeList) => boolean,
): Promise<VolumeList> {
  for (let turn = 0; turn < 300; turn += 1) {
    const { body } = await request(server)
      .get(`/api/ceph/volumes${query}`)
      .expect(200);
    const list = volumeListSchema.parse(body);
    if (accepts(list)) return list;
    await sleep(100);
  }
  throw new Error(`GET /volumes${query} never answered what is waited for`);
}

const stateOf = ({ sources }: VolumeList, name: string) =>
  sources.find(({ source }) => source === name);
const isRead = (list: VolumeList) =>
  list.total === 2 &&
  list.sources.every(({ state }) => state === 'fresh') &&
  list.items.every(({ apps }) => apps[0]?.entityRef !== undefined);

it('lists volumes with their apps, narrows them, and counts what they may be narrowed by', async () => {
  const server = await startPlugin();
  const all = await until(server, '?platform=home', isRead);
  // What is not known to be well stands first.
  expect(all.items.map(({ claim, state }) => [claim?.name, state])).toEqual([
    ['more', 'unknown'],
    ['data', 'ok'],
  ]);
  expect(all.facets).toEqual({
    kind: [
      { value: 'local', count: 1 },
      { value: 'nfs', count: 1 },
    ],
    state: [
      { value: 'ok', count: 1 },
      { value: 'unknown', count: 1 },
    ],
    app: [{ value: 'component:default/books', count: 2 }],
    node: [{ value: 'node-a', count: 1 }],
  });
  const narrowed = await until(
    server,
    '?cluster=east&node=node-a&q=BOOKS&limit=1',
    () => true,
  );
  expect(narrowed.items.map(({ claim }) => claim?.name)).toEqual(['data']);
  // A filter does not narrow what it is chosen from.
  expect(narrowed.facets?.node).toEqual([{ value: 'node-a', count: 1 }]);
  expect(narrowed.facets?.kind).toEqual([{ value: 'local', count: 1 }]);
  await request(server).get('/api/ceph/volumes?color=red').expect(400);
});

it('answers the chain from either end, and says what it does not know of', async () => {
  const server = await startPlugin();
  await until(server, '', isRead);
  const ask = async (query: string) => {
    const { body } = await request(server)
      .get(`/api/ceph/chain?platform=home&cluster=east${query}`)
      .expect(200);
    return chainAnswerSchema.parse(body);
  };
  const ids = ({ items }: { items: { id: string }[] }) =>
    items.map(({ id }) => id);
  expect(ids(await ask('&node=node-a'))).toEqual([
    'node:east/node-a',
    'disk:east/node-a/sda',
    'volume:east/pv-books-data',
    'claim:east/books/data',
    'app:component:default/books',
    'owner:group:default/atlas',
  ]);
  const fromApp = await ask('&app=component:default/books');
  expect(ids(fromApp)).toContain('nfs-server:nas.example');
  expect(ids(fromApp)).not.toContain('disk:east/node-a/sda');
  expect(ids(await ask(''))).toHaveLength(9);
  expect(ids(await ask('&app=component:default/other'))).toEqual([]);
  await request(server)
    .get('/api/ceph/chain?platform=home&cluster=east&volume=none')
    .expect(404);
  await request(server)
    .get('/api/ceph/chain?platform=home&cluster=west&node=node-a')
    .expect(404);
  await request(server)
    .get('/api/ceph/chain?platform=home&cluster=east&node=a&app=b')
    .expect(400);
});

it('keeps what it knew of a list that fails, and the other lists with it', async () => {
  const server = await startPlugin();
  await until(server, '', isRead);
  kubernetes.faults[pods] = 403;
  const kept = await until(
    server,
    '',
    list => stateOf(list, 'kubernetes')?.state === 'forbidden',
  );
  expect(stateOf(kept, 'kubernetes')).toMatchObject({
    observedAt: expect.any(String),
    since: expect.any(String),
    problem: {
      code: 'kubernetes-forbidden',
      values: { what: '/api/v1/pods' },
    },
  });
  expect(
    kept.items.map(({ state, pods: found }) => [state, found.length]),
  ).toEqual([
    ['unknown', 1],
    ['ok', 1],
  ]);

  kubernetes.faults[volumes] = 500;
  machinesStatus = 503;
  const old = await until(
    server,
    '',
    list =>
      list.items.every(({ state }) => state === 'unknown') &&
      stateOf(list, 'talos')?.state === 'unreachable',
  );
  expect(old.items.map(({ stateReason }) => stateReason)).toEqual([
    'kubernetes-not-read',
    'kubernetes-not-read',
  ]);
  expect(stateOf(old, 'catalog')?.state).toBe('fresh');

  kubernetes.faults = {};
  machinesStatus = 200;
  await until(server, '', isRead);
});

it('takes a cluster that was never read for unknown, not for empty', async () => {
  kubernetes.faults = { [pods]: 403, '/api/v1/nodes': 403 };
  const server = await startPlugin();
  const list = await until(server, '', ({ total }) => total === 2);
  expect(
    list.items.map(({ state, stateReason }) => [state, stateReason]),
  ).toEqual(expect.arrayContaining([['unknown', 'kubernetes-not-read']]));
});

it('shows nothing to whom storage may not be shown', async () => {
  const server = await startPlugin(AuthorizeResult.DENY);
  const paths = ['/volumes', '/chain?platform=home&cluster=east'];
  const answers = await Promise.all(
    paths.map(path => request(server).get(`/api/ceph${path}`)),
  );
  expect(answers.map(({ status }) => status)).toEqual([403, 403]);
});
