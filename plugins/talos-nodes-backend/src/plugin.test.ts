import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import type { Entity } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { gitopsRepositoriesServiceRef } from '@internal/gitops-repository';
import {
  machineDisksListSchema,
  type NodeDetail,
  type NodeList,
  nodeAnswerSchema,
  nodeChangeListSchema,
  nodeListSchema,
  nodeLiveSchema,
  type WorkloadList,
  workloadListSchema,
} from '@internal/plugin-talos-nodes-common';
import { startTalos, type Talos, writeTalosconfig } from '@internal/sandbox';
import request from 'supertest';
import { parse, stringify } from 'yaml';
import { FakeKubernetes, toNodeObjects } from './__testUtils__/FakeKubernetes';
import { FakePrometheus } from './__testUtils__/FakePrometheus';
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
    prometheus?: { url: string; token: string };
  }[],
  permission:
    AuthorizeResult.ALLOW | AuthorizeResult.DENY = AuthorizeResult.ALLOW,
  entities: Entity[] = [],
) {
  const actions = actionsRegistryServiceMock();
  const logger = mockServices.logger.mock();
  logger.child.mockReturnValue(logger);
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
      createServiceFactory({
        service: coreServices.logger,
        deps: {},
        factory: () => logger,
      }),
      mockServices.permissions.factory({ result: permission }),
      mockServices.rootConfig.factory({
        data: {
          platforms: {
            home: {
              clusters: clusters.map(
                ({ name, prometheus, talos: options = {} }) => ({
                  name,
                  prometheus,
                  ...(options && {
                    talos: {
                      talosconfig: talos.talosconfigs.reader,
                      context: name,
                      refreshSeconds: 1,
                      deadlineSeconds: 3,
                      ...options,
                    },
                  }),
                }),
              ),
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
  const warnings = () => logger.warn.mock.calls.map(([said]) => String(said));
  return { server: backend.server, actions, warnings };
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

const untilSaid = (warnings: () => string[], sentence: RegExp) =>
  until(
    async () => warnings(),
    all => all.some(said => sentence.test(said)),
  );

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
    installedBytes: { known: false, reason: 'too-old' },
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
  // Its firmware names the type of the machine instead.
  expect(virtual.hardware.processor.name).toMatchObject({
    value: 'Intel Core Processor (Skylake, IBRS)',
    source: 'talos',
  });
  const container = await readNode(server, 'edgit/talos-wk-151');
  expect(container.hardware.board.form).toMatchObject({ value: 'container' });
  expect(container).toMatchObject({
    model: { known: false, reason: 'container' },
    memoryInstalledBytes: { known: false, reason: 'container' },
    unread: { memoryModules: 'container' },
  });

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
  await until(
    () => readList(server),
    ({ items }) => items.filter(({ state }) => state === 'ready').length === 9,
  );

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
    'disks',
    'workloads',
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
    'workloads?pod=x',
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

const annotated = (
  kind: string,
  name: string,
  annotations: Record<string, string>,
  spec: Record<string, string> = {},
): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { namespace: 'default', name, annotations },
  spec,
});

const pod = (name: string, further: Record<string, object> = {}) => ({
  metadata: {
    name,
    namespace: 'media',
    labels: { 'app.kubernetes.io/name': 'plex', 'pod-template-hash': '7d9' },
    ownerReferences: [
      { kind: 'ReplicaSet', name: 'plex-7d9', controller: true },
    ],
    ...further.metadata,
  },
  spec: { nodeName: 'worker-01', ...further.spec },
  status: {
    phase: 'Running',
    conditions: [{ type: 'Ready', status: 'True' }],
    ...further.status,
  },
});

it('tells what runs on a machine, whose app it is, and where the machine stands', async () => {
  kubernetes.nodes = [
    {
      metadata: {
        name: 'worker-01',
        annotations: { 'portal.internal/rack': 'Cellar' },
      },
    },
    {
      metadata: {
        name: 'worker-02',
        annotations: {
          'portal.internal/rack': 'Cellar',
          'portal.internal/rack-unit': '3',
          'portal.internal/rack-height': 'two',
        },
      },
    },
  ];
  kubernetes.pods = [
    pod('plex-7d9-a'),
    pod('plex-7d9-b', {
      spec: { nodeName: 'worker-02' },
      status: { phase: 'Pending', conditions: [] },
    }),
    pod('tool', { metadata: { labels: {}, ownerReferences: null } }),
    pod('waiting', { spec: { nodeName: undefined } as object }),
    pod('over', { status: { phase: 'Succeeded' } }),
  ];
  const { server } = await startPlugin(
    [
      { name: 'pitower', talos: false, kubernetes: true },
      { name: 'edgit', kubernetes: false },
    ],
    AuthorizeResult.ALLOW,
    [
      annotated(
        'Component',
        'plex',
        {
          'portal.internal/platform': 'home',
          'portal.internal/cluster': 'pitower',
          'backstage.io/kubernetes-namespace': 'media',
          'backstage.io/kubernetes-label-selector':
            'app.kubernetes.io/name in (plex)',
        },
        { owner: 'group:default/atlas' },
      ),
      annotated(
        'Resource',
        'pitower.worker-01',
        { 'portal.internal/rack': 'Attic', 'portal.internal/rack-unit': '7' },
        { type: 'talos-node' },
      ),
    ],
  );
  const readWorkloads = async (query = ''): Promise<WorkloadList> => {
    const { body } = await request(server)
      .get(`/api/talos-nodes/workloads${query}`)
      .expect(200);
    return workloadListSchema.parse(body);
  };
  const { items, clusters } = await until(
    () => readWorkloads('?cluster=pitower'),
    list => list.items.some(({ app }) => app),
  );
  const plex = {
    platform: 'home',
    cluster: 'pitower',
    namespace: 'media',
    app: {
      name: 'plex',
      entityRef: 'component:default/plex',
      owner: 'group:default/atlas',
    },
    controller: { kind: 'Deployment', name: 'plex' },
  };
  expect(items).toEqual([
    {
      ...plex,
      node: 'worker-01',
      pod: 'plex-7d9-a',
      phase: 'Running',
      ready: true,
    },
    {
      platform: 'home',
      cluster: 'pitower',
      namespace: 'media',
      node: 'worker-01',
      pod: 'tool',
      phase: 'Running',
      ready: true,
    },
    {
      ...plex,
      node: 'worker-02',
      pod: 'plex-7d9-b',
      phase: 'Pending',
      ready: false,
    },
  ]);
  expect(clusters).toEqual([
    {
      platform: 'home',
      cluster: 'pitower',
      pods: { observedAt: expect.any(String) },
      apps: { observedAt: expect.any(String) },
    },
  ]);
  expect((await readWorkloads('?node=worker-02')).items).toHaveLength(1);
  expect((await readWorkloads('?cluster=edgit')).items).toEqual([]);

  expect(await readNode(server, 'pitower/worker-01')).toMatchObject({
    workloads: { value: { pods: 2, apps: 1 }, source: 'kubernetes' },
    place: { rack: 'Attic', unit: 7 },
    unread: { disks: 'not-configured', services: 'not-configured' },
  });
  const [, second] = (await readList(server, '?cluster=pitower')).items;
  expect(second.place).toEqual({ rack: 'Cellar', unit: 3 });
  const edgit = await until(
    () => readNode(server, 'edgit/talos-wk-103'),
    node => node.state === 'ready',
  );
  expect(edgit).toMatchObject({
    workloads: { known: false, reason: 'not-configured' },
    unread: { conditions: 'not-configured', taints: 'not-configured' },
  });
  expect(edgit.unread?.disks).toBeUndefined();
  const mounts = edgit.hardware.disks
    .flatMap(({ partitions }) => partitions)
    .flatMap(({ mount }) => mount ?? []);
  expect(mounts).toContainEqual({
    path: '/var',
    sizeBytes: expect.any(Number),
    usedBytes: expect.any(Number),
  });
  const disks = await request(server)
    .get('/api/talos-nodes/disks?cluster=pitower')
    .expect(200);
  expect(machineDisksListSchema.parse(disks.body).items[0].disks).toEqual({
    known: false,
    reason: 'not-configured',
  });
});

it('keeps the pods it read last where it may read them no more, and tells since when', async () => {
  kubernetes.nodes = toNodeObjects(talos.cluster('pitower'));
  const { server, warnings } = await startPlugin([
    { name: 'pitower', talos: { refreshSeconds: 1 }, kubernetes: true },
  ]);
  await untilAllReady(server, 10);
  expect(await readNode(server, 'pitower/worker-01')).toMatchObject({
    state: 'ready',
    workloads: { known: false, reason: 'not-allowed' },
  });
  await untilSaid(warnings, /does not let the token read this.*\(pods\)/);
  kubernetes.pods = [pod('plex-7d9-a')];
  await until(
    () => readNode(server, 'pitower/worker-01'),
    ({ workloads }) => workloads?.known === true,
  );
  kubernetes.pods = undefined;
  const { items } = await until(
    async () => {
      const { body } = await request(server).get('/api/talos-nodes/workloads');
      return workloadListSchema.parse(body);
    },
    ({ clusters }) => clusters[0].pods.failure !== undefined,
  );
  expect(items).toHaveLength(1);
});

it('adds temperatures and health of Prometheus, and forgets them while it fails', async () => {
  const prometheus = await FakePrometheus.start(token);
  stops.push(() => prometheus.stop());
  const instance = '192.168.0.201:9100';
  prometheus.samples = [
    [
      {
        __name__: 'node_hwmon_temp_celsius',
        instance,
        chip: 'nvme_nvme0',
        sensor: 'temp1',
      },
      41.5,
    ],
    [
      {
        __name__: 'smartctl_device_smart_status',
        instance,
        device: '/dev/nvme0',
      },
      1,
    ],
    [{ __name__: 'node_thermal_zone_temp', nodename: 'worker-01' }, 55],
    [{ __name__: 'node_rapl_package_watts', instance, index: '0' }, 15.5],
  ];
  kubernetes.nodes = toNodeObjects(talos.cluster('pitower'));
  const { server, warnings } = await startPlugin([
    {
      name: 'pitower',
      kubernetes: true,
      prometheus: { url: prometheus.url, token },
    },
  ]);
  await untilAllReady(server, 10);
  const readHot = async () => {
    const { hardware } = await readNode(server, 'pitower/worker-01');
    const disk = hardware.disks.find(({ name }) => name === 'nvme0n1');
    return {
      processor: hardware.processor.temperatureCelsius,
      power: hardware.processor.powerWatts,
      disk: disk?.temperatureCelsius,
      healthy: disk?.healthy,
    };
  };
  expect(await readHot()).toEqual({
    processor: { known: true, value: 55, source: 'prometheus' },
    power: { known: true, value: 15.5, source: 'prometheus' },
    disk: { known: true, value: 41.5, source: 'prometheus' },
    healthy: { known: true, value: true, source: 'prometheus' },
  });
  prometheus.fault = 503;
  const failed = await until(
    () => readList(server),
    ({ clusters }) =>
      clusters[0].sources.some(
        ({ source, failure }) => source === 'prometheus' && failure,
      ),
  );
  // What machines are is not known from there.
  expect(failed.items.every(({ state }) => state === 'ready')).toBe(true);
  await untilSaid(
    warnings,
    /Prometheus of pitower .* answered with status 503/,
  );
  expect(await readHot()).toMatchObject({
    processor: { known: false },
    disk: { known: false },
  });
});

it('tells of a token that Prometheus does not take', async () => {
  const prometheus = await FakePrometheus.start(token);
  stops.push(() => prometheus.stop());
  const { server } = await startPlugin([
    { name: 'edgit', prometheus: { url: prometheus.url, token: 'wrong' } },
  ]);
  const { clusters } = await until(
    () => readList(server),
    list => list.items.length > 0,
  );
  expect(clusters[0].sources).toContainEqual(
    expect.objectContaining({
      source: 'prometheus',
      failure: expect.objectContaining({
        reason: expect.stringMatching(/refused the token; give a valid one/),
      }),
    }),
  );
});

describe('says in the log and in the answer, in one sentence,', () => {
  interface Contexts {
    context?: string;
    contexts: Record<string, Record<string, unknown>>;
  }

  /** The reader's talosconfig with something wrong in it. */
  async function spoil(change: (config: Contexts) => void) {
    const text = await readFile(talos.talosconfigs.reader, 'utf8');
    const config: Contexts = parse(text);
    change(config);
    const path = join(stateDir, 'spoilt');
    await writeFile(path, stringify(config));
    return path;
  }

  const spoilt: [string, (config: Contexts) => void, RegExp][] = [
    [
      'that Omni is not supported',
      ({ contexts }) => {
        contexts.pitower = {
          endpoints: ['https://example.omni.siderolabs.io'],
          auth: { siderov1: { identity: 'ada@example.com' } },
        };
      },
      /is one of Omni.*not supported.*role os:reader/,
    ],
    [
      'that the file has no such context',
      ({ contexts }) => {
        delete contexts.pitower;
      },
      /has no context pitower\. Check the file/,
    ],
    [
      'that endpoints are missing',
      ({ contexts }) => {
        contexts.pitower.endpoints = [];
      },
      /the context pitower has no endpoints/,
    ],
    [
      'that the key is that of another certificate',
      ({ contexts }) => {
        contexts.pitower.key = contexts.edgit.key;
      },
      /its key does not belong to its crt/,
    ],
    [
      'that the authority is another one',
      ({ contexts }) => {
        contexts.pitower.ca = contexts.edgit.ca;
      },
      /ca did not sign\. Check that .* belongs to this cluster/,
    ],
    [
      'that nobody listens',
      ({ contexts }) => {
        contexts.pitower.endpoints = ['127.0.0.1:1'];
      },
      /Nothing listens where.*port is 50000/,
    ],
    [
      'that something else listens',
      ({ contexts }) => {
        contexts.pitower.endpoints = [kubernetes.url.replace('http://', '')];
      },
      /it is not Talos\. Check the endpoints/,
    ],
  ];

  async function expectSentence(talosconfig: string, sentence: RegExp) {
    const { server, warnings } = await startPlugin([
      { name: 'pitower', talos: { talosconfig } },
    ]);
    const { clusters } = await until(
      () => readList(server),
      list => list.clusters[0].sources[0].failure !== undefined,
    );
    const said = clusters[0].sources[0].failure?.reason;
    expect(said).toMatch(sentence);
    await until(
      async () => warnings(),
      all => all.some(warning => warning === said),
    );
    expect(warnings().filter(warning => warning === said)).toHaveLength(1);
  }

  it.each(spoilt)('%s', async (_what, change, sentence) => {
    expect.hasAssertions();
    await expectSentence(await spoil(change), sentence);
  });

  it.each([
    ['expired', /has expired on .*talosctl config new --roles os:reader/],
    ['stranger', /does not accept the client certificate/],
    ['nobody', /does not let this certificate read it/],
  ] as const)(
    'what is wrong with the certificate of %s',
    async (person, sentence) => {
      expect.hasAssertions();
      await expectSentence(talos.talosconfigs[person], sentence);
    },
  );

  it('that a certificate may more than it needs, and reads on', async () => {
    const { server, warnings } = await startPlugin([
      { name: 'edgit', talos: { talosconfig: talos.talosconfigs.admin } },
    ]);
    const { clusters } = await untilAllReady(server, 8);
    expect(clusters[0].certificate).toMatchObject({
      roles: ['os:admin'],
      warning: expect.stringMatching(/os:admin.*needs os:reader only/),
    });
    await untilSaid(warnings, /client certificate for Talos: It has the role/);
  });

  it('that a certificate expires soon, until it is renewed', async () => {
    const day = 24 * 60 * 60 * 1000;
    const cluster = talos.cluster('pitower');
    const write = async (daysLeft: number) => {
      const notAfter = new Date(Date.now() + daysLeft * day);
      const credential = await cluster.issueClient({
        roles: ['os:reader'],
        notAfter,
      });
      await writeTalosconfig(talos.talosconfigs.reader, [
        cluster.toContext(credential),
      ]);
      return notAfter.toISOString().slice(0, 10);
    };
    const soon = await write(9);
    const { server, warnings } = await startPlugin([{ name: 'pitower' }]);
    await untilAllReady(server, 10);
    const sentence = `It expires on ${soon}; renew it before.`;
    expect((await readList(server)).clusters[0].certificate?.warning).toBe(
      sentence,
    );
    await untilSaid(warnings, new RegExp(sentence));

    const later = await write(365);
    const { clusters } = await until(
      () => readList(server),
      list => list.clusters[0].certificate?.warning === undefined,
    );
    expect(clusters[0].certificate?.expiresAt).toMatch(later);
  });
});

it('takes the context that is named, else the current one of the file', async () => {
  const { server } = await startPlugin([
    { name: 'edgit', talos: { context: 'pitower' } },
    { name: 'other', talos: { context: undefined } },
  ]);
  const { items } = await until(
    () => readList(server),
    list => new Set(list.items.map(({ cluster }) => cluster)).size === 2,
  );
  const [current] = talos.clusters;
  expect(items.map(({ cluster, name }) => `${cluster}/${name}`).sort()).toEqual(
    [
      ...talos
        .cluster('pitower')
        .fleet.machines.map(({ name }) => `edgit/${name}`),
      ...current.fleet.machines.map(({ name }) => `other/${name}`),
    ].sort(),
  );
});
