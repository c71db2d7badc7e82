import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createServiceFactory } from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import type { Entity } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { gitopsRepositoriesServiceRef } from '@internal/gitops-repository';
import {
  type NodeDetail,
  type NodeList,
  nodeAnswerSchema,
  nodeChangeListSchema,
  nodeListSchema,
  nodeLiveSchema,
} from '@internal/plugin-talos-nodes-common';
import { startTalos, type Talos } from '@internal/sandbox';
import request from 'supertest';
import { FakeKubernetes, toNodeObjects } from './__testUtils__/FakeKubernetes';
import talosNodesPlugin from './index';

jest.setTimeout(60_000);

const token = randomBytes(16).toString('hex');
let stateDir: string;
let talos: Talos;
let kubernetes: FakeKubernetes;
const stops: (() => Promise<unknown>)[] = [];

beforeEach(async () => {
  stateDir = await mkdtemp(join(tmpdir(), 'talos-nodes-'));
  talos = await startTalos({ stateDir });
  kubernetes = await FakeKubernetes.start(token);
});

afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
  await kubernetes.stop();
  await talos.stop();
  await rm(stateDir, { recursive: true });
});

const noRepositories = createServiceFactory({
  service: gitopsRepositoriesServiceRef,
  deps: {},
  factory: () => ({
    list: () => [],
    get: (platform: string) => {
      throw new NotFoundError(platform);
    },
  }),
});

async function startPlugin(
  clusters: {
    name: string;
    talos?: object | false;
    kubernetes?: boolean;
  }[],
  permission:
    AuthorizeResult.ALLOW | AuthorizeResult.DENY = AuthorizeResult.ALLOW,
  entities: Entity[] = [],
) {
  const actions = actionsRegistryServiceMock();
  const backend = await startTestBackend({
    features: [
      talosNodesPlugin,
      noRepositories,
      catalogServiceMock.factory({ entities }),
      createServiceFactory({
        service: actionsRegistryServiceRef,
        deps: {},
        factory: () => actions,
      }),
      mockServices.permissions.factory({ result: permission }),
      mockServices.rootConfig.factory({
        data: {
          platforms: {
            home: {
              clusters: clusters.map(({ name, talos: options = {} }) => ({
                name,
                ...(options && {
                  talos: {
                    talosconfig: talos.talosconfigs.reader,
                    context: name,
                    refreshSeconds: 1,
                    deadlineSeconds: 3,
                    ...options,
                  },
                }),
              })),
            },
          },
          kubernetes: {
            clusterLocatorMethods: [
              {
                type: 'config',
                clusters: clusters
                  .filter(cluster => cluster.kubernetes)
                  .map(({ name }) => ({
                    name,
                    url: kubernetes.url,
                    authProvider: 'serviceAccount',
                    serviceAccountToken: token,
                  })),
              },
            ],
          },
        },
      }),
    ],
  });
  stops.push(() => backend.stop());
  return { server: backend.server, actions };
}

type Server = Awaited<ReturnType<typeof startPlugin>>['server'];

async function readList(server: Server, query = ''): Promise<NodeList> {
  const { body } = await request(server)
    .get(`/api/talos-nodes/nodes${query}`)
    .expect(200);
  return nodeListSchema.parse(body);
}

async function readNode(server: Server, path: string): Promise<NodeDetail> {
  const { body } = await request(server)
    .get(`/api/talos-nodes/nodes/home/${path}`)
    .expect(200);
  return nodeAnswerSchema.parse(body);
}

async function until<T>(
  read: () => Promise<T>,
  accepts: (value: T) => boolean,
): Promise<T> {
  for (let turn = 0; turn < 300; turn += 1) {
    const value = await read();
    if (accepts(value)) return value;
    await sleep(100);
  }
  throw new Error(`It stays at ${JSON.stringify(await read())}`);
}

const untilAllReady = (server: Server, count: number) =>
  until(
    () => readList(server),
    ({ items }) =>
      items.length === count && items.every(({ state }) => state === 'ready'),
  );

it('shows every kind of machine as it is', async () => {
  kubernetes.nodes = toNodeObjects(talos.cluster('pitower'));
  const { server } = await startPlugin([
    { name: 'edgit' },
    { name: 'pitower', kubernetes: true },
  ]);
  await untilAllReady(server, 18);
  const { clusters } = await until(
    () => readList(server),
    list => list.clusters.every(({ etcd }) => etcd.known),
  );

  const pi = await readNode(server, 'pitower/worker-pi-01');
  expect(pi).toMatchObject({
    entityRef: 'resource:default/pitower.worker-pi-01',
    role: { known: true, value: 'worker', source: 'talos' },
    architecture: { value: 'arm64', source: 'talos' },
    manufacturer: { known: false, reason: 'no-smbios' },
    model: { value: 'raspberry-pi-4', source: 'kubernetes' },
    cores: { value: 4, source: 'talos' },
    memoryInstalledBytes: { known: false, reason: 'no-smbios' },
    memoryUsableBytes: { known: true, source: 'talos' },
    kernelVersion: { value: '6.18.18-talos', source: 'kubernetes' },
    stage: { value: 'running' },
    hardware: {
      processor: { name: { value: 'ARM model 3336', source: 'nfd' } },
      processors: [],
      memory: { modules: [] },
      board: { form: { value: 'metal' }, biosVersion: { known: false } },
    },
  });
  expect(pi.disks).toEqual([{ class: 'mmc', sizeBytes: 127865454592 }]);
  expect(pi.hardware.disks[0]).toMatchObject({
    name: 'mmcblk0',
    system: true,
    model: { known: false, reason: 'not-reported' },
    temperatureCelsius: { known: false, reason: 'not-configured' },
  });
  expect(pi.kernelArguments).toMatchObject({
    value: expect.stringContaining('talos.config=…'),
  });
  expect(JSON.stringify(pi)).not.toContain('token=');

  const thinkpad = await readNode(server, 'pitower/worker-04');
  expect(thinkpad).toMatchObject({
    manufacturer: { value: 'LENOVO', source: 'smbios' },
    model: { value: 'ThinkPad T440p', source: 'smbios' },
  });
  const mini = await readNode(server, 'pitower/worker-01');
  expect(mini.disks).toContainEqual({
    class: 'nvme',
    sizeBytes: expect.any(Number),
  });
  expect(mini.hardware.disks[0].firmware).toEqual({
    known: false,
    reason: 'too-old',
  });
  // Its Talos keeps one of two modules with the same locator.
  expect(mini.hardware.memory).toMatchObject({
    installedBytes: { known: false, reason: 'not-reported' },
    modules: [{ sizeBytes: { value: 16 * 1024 ** 3 } }],
  });

  const rack = await readNode(server, 'edgit/talos-wk-150');
  expect(rack.hardware.memory.modules).toHaveLength(24);
  expect(
    rack.hardware.memory.modules.filter(({ populated }) => populated),
  ).toHaveLength(4);
  expect(rack).toMatchObject({
    memoryInstalledBytes: { value: 64 * 1024 ** 3, source: 'smbios' },
    cores: { value: 6 },
    // Kubernetes is not asked there.
    kubernetesVersion: { known: false, reason: 'not-configured' },
  });
  expect(rack.hardware.memory.modules[0]).toMatchObject({
    slot: expect.stringContaining('A1'),
    manufacturer: { value: 'Micron', raw: '002C00B3002C' },
  });
  expect(rack.hardware.processors.map(({ populated }) => populated)).toEqual([
    true,
    false,
  ]);
  expect(rack.hardware.links.map(({ name }) => name)).toEqual([
    'eno1',
    'eno2',
    'eno3',
    'eno4',
  ]);

  const virtual = await readNode(server, 'edgit/talos-cp-102');
  expect(virtual.hardware.board.form).toMatchObject({ value: 'virtual' });
  expect(virtual.disks.map(disk => disk.class)).toContain('virtual');
  const container = await readNode(server, 'edgit/talos-wk-151');
  expect(container.hardware.board.form).toMatchObject({ value: 'container' });

  const pitower = clusters.find(({ cluster }) => cluster === 'pitower');
  expect(pitower?.certificate).toMatchObject({ roles: ['os:reader'] });
  expect(pitower?.etcd).toMatchObject({ known: true });
  const { etcd } = pitower ?? {};
  const members = etcd?.known ? etcd.value.members : [];
  expect(members.map(({ node }) => node).sort()).toEqual([
    'worker-01',
    'worker-02',
    'worker-03',
  ]);
  expect(members.filter(({ leader }) => leader)).toHaveLength(1);
});

it('knows machines from Kubernetes alone, with fewer fields and no errors', async () => {
  kubernetes.nodes = toNodeObjects(talos.cluster('pitower'));
  const { server } = await startPlugin([
    { name: 'pitower', talos: false, kubernetes: true },
  ]);
  const { clusters } = await untilAllReady(server, 10);
  expect(clusters[0]).toMatchObject({
    etcd: { known: false, reason: 'not-configured' },
    sources: [{ source: 'kubernetes' }, { source: 'git' }],
  });
  expect(clusters[0].certificate).toBeUndefined();
  expect(await readNode(server, 'pitower/worker-01')).toMatchObject({
    problems: [],
    role: { value: 'controlplane', source: 'kubernetes' },
    talosVersion: { value: 'v1.12.4', source: 'kubernetes' },
    schematic: { value: 'ab'.repeat(32), source: 'kubernetes' },
    extensions: [{ name: 'iscsi-tools', version: 'v0.1.6' }],
    threads: { value: 4, source: 'kubernetes' },
    memoryUsableBytes: { value: 7921504 * 1024, source: 'kubernetes' },
    memoryInstalledBytes: { known: false, reason: 'not-configured' },
    manufacturer: { known: false, reason: 'not-configured' },
    stage: { known: false, reason: 'not-configured' },
  });
  kubernetes.fault = 500;
});

it('keeps the last facts of what does not answer, and never calls it ready', async () => {
  kubernetes.nodes = toNodeObjects(talos.cluster('pitower'));
  const { server } = await startPlugin([{ name: 'pitower', kubernetes: true }]);
  await untilAllReady(server, 10);
  const cluster = talos.cluster('pitower');

  cluster.machine('worker-05').powerOff();
  const off = await until(
    () => readNode(server, 'pitower/worker-05'),
    ({ state }) => state === 'unreachable',
  );
  expect(off.model).toMatchObject({ value: 'ThinkPad T440p' });
  expect(off.problems[0]).toMatch(
    /The Talos API of worker-05 \(pitower\) cannot be reached/,
  );
  const others = await readList(server);
  expect(others.items.filter(({ state }) => state === 'ready')).toHaveLength(9);

  cluster.setEndpointMode('not-talos');
  const blind = await until(
    () => readList(server),
    ({ items }) => items.every(({ state }) => state === 'unknown'),
  );
  expect(blind.clusters[0].sources[0]).toMatchObject({
    source: 'talos',
    failure: { reason: expect.stringMatching(/it is not Talos/) },
  });
  expect(blind.items[0].model.known).toBe(true);
  await request(server).get('/.backstage/health/v1/readiness').expect(200);

  cluster.setEndpointMode('up');
  cluster.machine('worker-05').powerOn();
  await untilAllReady(server, 10);
});

it('notes what changes, once', async () => {
  const { server } = await startPlugin([{ name: 'edgit' }]);
  await untilAllReady(server, 8);
  const readChanges = async (query = '') => {
    const { body } = await request(server)
      .get(`/api/talos-nodes/changes${query}`)
      .expect(200);
    return nodeChangeListSchema.parse(body).items;
  };
  expect(await readChanges()).toEqual([]);

  const machine = talos.cluster('edgit').machine('talos-wk-150');
  machine.powerOff();
  await until(
    () => readNode(server, 'edgit/talos-wk-150'),
    ({ state }) => state === 'unreachable',
  );
  machine.build({
    type: 'MemoryModules.hardware.talos.dev',
    id: 'A3',
    spec: {},
  });
  machine.powerOn();
  const changes = await until(
    () => readChanges('?platform=home&cluster=edgit&node=talos-wk-150'),
    items =>
      items.some(({ kind, after }) => kind === 'state' && after === 'ready'),
  );
  expect(
    changes.map(({ kind, subject, after }) => [kind, subject, after]).sort(),
  ).toEqual([
    ['memory', expect.stringMatching(/A3/), undefined],
    ['state', 'state', 'ready'],
    ['state', 'state', 'unreachable'],
  ]);
  expect(changes.find(({ kind }) => kind === 'memory')?.before).toMatch(
    /^16 GiB /,
  );
  await sleep(2500);
  expect(await readChanges()).toEqual(changes);
});

it('sees warnings and stages between two readings', async () => {
  const { server } = await startPlugin([
    { name: 'edgit', talos: { refreshSeconds: 3600 } },
  ]);
  await untilAllReady(server, 8);
  const machine = talos.cluster('edgit').machine('talos-wk-103');
  machine.state.put({
    type: 'Diagnostics.runtime.talos.dev',
    id: 'address-overlap',
    spec: { message: 'networks overlap', details: ['10.0.0.0/8'] },
  });
  const warned = await until(
    () => readNode(server, 'edgit/talos-wk-103'),
    ({ diagnostics }) => diagnostics.length > 0,
  );
  expect(warned.diagnostics).toEqual([
    {
      id: 'address-overlap',
      message: 'networks overlap',
      details: ['10.0.0.0/8'],
    },
  ]);
  machine.stage = 'upgrading';
  machine.refresh();
  await until(
    () => readNode(server, 'edgit/talos-wk-103'),
    ({ state }) => state === 'changing',
  );
});

it('asks a machine for live values once however many look', async () => {
  const { server } = await startPlugin([{ name: 'edgit' }]);
  await untilAllReady(server, 8);
  const look = async () => {
    const { body } = await request(server)
      .get('/api/talos-nodes/nodes/home/edgit/talos-wk-103/live')
      .expect(200);
    return nodeLiveSchema.parse(body);
  };
  const first = await Promise.all(Array.from({ length: 10 }, look));
  expect(new Set(first.map(({ observedAt }) => observedAt)).size).toBe(1);
  expect(first[0].processorUse).toBeUndefined();
  expect(first[0].disks).toEqual([]);
  expect(first[0].memory.totalBytes).toBeGreaterThan(2 ** 30);
  expect(first[0].mounts.length).toBeGreaterThan(0);
  const second = await until(look, live => live.processorUse !== undefined);
  expect(second.disks.map(({ name }) => name)).toContain('sda');
  expect(second.processorUse).toBeLessThanOrEqual(1);

  talos.cluster('edgit').machine('talos-wk-104').powerOff();
  const { body } = await request(server)
    .get('/api/talos-nodes/nodes/home/edgit/talos-wk-104/live')
    .expect(503);
  expect(body.error.message).toMatch(/talos-wk-104 .* cannot be reached/);
});

it('answers only who may read, and only what can be asked', async () => {
  const denied = await startPlugin([{ name: 'edgit' }], AuthorizeResult.DENY);
  for (const path of [
    'nodes',
    'nodes/home/edgit/gx10',
    'nodes/home/edgit/gx10/live',
    'changes',
  ]) {
    const { body } = await request(denied.server)
      .get(`/api/talos-nodes/${path}`)
      .expect(403);
    expect(body.error.message).toContain('talos-nodes.node.read');
  }
  for (const [id, input] of [
    ['test:list-nodes', {}],
    [
      'test:describe-node',
      { platform: 'home', cluster: 'edgit', name: 'gx10' },
    ],
    ['test:list-node-changes', {}],
  ] as const) {
    await expect(denied.actions.invoke({ id, input })).rejects.toThrow(
      /talos-nodes.node.read/,
    );
  }
});

it('serves assistants and refuses questions that make no sense', async () => {
  const { server, actions } = await startPlugin([{ name: 'edgit' }]);
  await untilAllReady(server, 8);
  const { output } = await actions.invoke({
    id: 'test:list-nodes',
    input: { cluster: 'edgit' },
  });
  expect(output).toMatchObject({
    items: expect.arrayContaining([
      expect.objectContaining({
        name: 'gx10',
        state: 'ready',
        architecture: 'arm64',
      }),
    ]),
  });
  const described = await actions.invoke({
    id: 'test:describe-node',
    input: { platform: 'home', cluster: 'edgit', name: 'gx10' },
  });
  expect(described.output).toMatchObject({ node: { name: 'gx10' } });
  const changes = await actions.invoke({
    id: 'test:list-node-changes',
    input: {},
  });
  expect(changes.output).toEqual({ items: [] });

  for (const query of [
    'nodes?name=gx10',
    'changes?limit=0',
    'nodes?cluster=',
  ]) {
    await request(server).get(`/api/talos-nodes/${query}`).expect(400);
  }
  for (const path of ['home/edgit/toaster', 'home/moon/gx10']) {
    await request(server).get(`/api/talos-nodes/nodes/${path}`).expect(404);
  }
  const list = await request(server).get('/api/talos-nodes/nodes').expect(200);
  await request(server)
    .get('/api/talos-nodes/nodes')
    .set('if-none-match', list.headers.etag)
    .expect(({ status }) => [200, 304].includes(status));
});
