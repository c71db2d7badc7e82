import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  type TestBackend,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import catalogModuleGitops from '@internal/plugin-catalog-backend-module-gitops';
import { GitServer } from '@internal/gitops-repository/testUtils';
import { createFakePlugin } from './__testUtils__/createFakePlugin';
import {
  cephAnswer,
  chainAnswer,
  clustersAnswer,
  disk,
  disksAnswer,
  machine,
  machinesAnswer,
  volumesAnswer,
  workloadsAnswer,
} from './__testUtils__/observed';
import catalogModuleHardware from './index';

const machines = [
  machine('declared', '10.0.0.1'),
  machine('loose', '10.0.0.2'),
];
const disks = [disk('nvme0n1', 'S-1'), disk('nvme1n1', undefined)];

describe('catalogModuleHardware', () => {
  let server: GitServer;
  let backend: TestBackend;
  let directory: string;
  const scheduler = mockServices.scheduler();
  /** What the other plugins say now; tests change it. */
  let isReachable = true;
  let areDisksKnown = true;
  let isCephKnown = true;
  let host = 'loose';

  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), 'hardware-'));
    server = await GitServer.start();
    server.commit({
      'apps/root.yaml': JSON.stringify({
        apiVersion: 'argoproj.io/v1alpha1',
        kind: 'Application',
        metadata: { name: 'notes', namespace: 'argocd' },
        spec: {
          source: { repoURL: `${server.url}.git`, path: 'notes' },
          destination: { namespace: 'notes', name: 'attic' },
        },
      }),
      'notes/config.yaml': JSON.stringify({
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { name: 'notes' },
      }),
      'talos/declared.yaml': JSON.stringify({
        machine: { network: { hostname: 'declared' } },
      }),
    });
    const answers = {
      '/nodes': () => (isReachable ? machinesAnswer(machines) : undefined),
      '/disks': () =>
        disksAnswer([
          { node: 'declared', disks: [disk('sda', 'D-1')] },
          { node: 'loose', disks: areDisksKnown ? disks : undefined },
        ]),
      '/workloads': () => workloadsAnswer([{ node: host, app: 'notes' }]),
    };
    const storage = {
      '/clusters': () => clustersAnswer(isCephKnown),
      '/clusters/:platform/:cluster/ceph/:name': () => cephAnswer(isCephKnown),
      '/chain': () => chainAnswer,
      '/volumes': () => volumesAnswer,
    };
    backend = await startTestBackend({
      features: [
        catalogPlugin,
        catalogModuleGitops,
        catalogModuleHardware,
        createServiceFactory({
          service: coreServices.scheduler,
          deps: {},
          factory: () => scheduler,
        }),
        createFakePlugin('talos-nodes', answers),
        createFakePlugin('ceph', storage),
        mockServices.rootConfig.factory({
          data: {
            backend: { workingDirectory: directory },
            catalog: { processingInterval: { seconds: 1 } },
            platforms: {
              home: {
                clusters: [{ name: 'attic' }],
                repository: { url: server.url, pollSeconds: 3600 },
                profile: {
                  engine: 'argocd',
                  roots: [{ cluster: 'attic', path: 'apps' }],
                  owners: { default: 'group:default/family' },
                  nodes: [
                    {
                      cluster: 'attic',
                      form: 'machine-configs',
                      directory: 'talos',
                    },
                  ],
                },
              },
            },
          },
        }),
      ],
    });
  });

  afterAll(async () => {
    await backend.stop();
    await server.stop();
    rmSync(directory, { recursive: true, force: true });
  });

  /** What the schedule does every now and then. */
  async function observe() {
    const tasks = await scheduler.getScheduledTasks();
    for (const { id } of tasks) {
      if (id.startsWith('hardware:')) await scheduler.triggerTask(id);
    }
  }

  async function read(name: string): Promise<Entity | undefined> {
    const response = await fetch(
      `http://localhost:${backend.server.port()}/api/catalog/entities/by-name/resource/default/${name}`,
      { headers: { authorization: mockCredentials.user.header() } },
    );
    return response.ok ? response.json() : undefined;
  }

  async function until(
    name: string,
    holds: (entity: Entity) => boolean = () => true,
  ): Promise<Entity> {
    for (;;) {
      const entity = await read(name);
      if (entity && holds(entity)) return entity;
      await new Promise(resolve => {
        setTimeout(resolve, 200);
      });
    }
  }

  const targets = (entity: Entity | undefined, type: string) =>
    (entity?.relations ?? [])
      .filter(relation => relation.type === type)
      .map(({ targetRef }) => targetRef)
      .sort();

  it('reaches from the app down to the machine, the disk and the OSD', async () => {
    await until('attic.declared');
    await observe();
    const loose = await until(
      'attic.loose',
      entity => targets(entity, 'dependencyOf').length === 3,
    );
    expect(loose).toMatchObject({
      metadata: { description: 'Machine, worker, Acme, M1, amd64' },
      spec: { type: 'talos-node', owner: 'group:default/family' },
    });
    expect(targets(loose, 'dependsOn')).toEqual(['resource:default/attic']);
    expect(targets(loose, 'partOf')).toEqual(['resource:default/attic']);
    expect(targets(loose, 'dependencyOf')).toEqual([
      'component:default/notes',
      'resource:default/attic.loose.nvme1n1',
      'resource:default/attic.loose.s-1',
    ]);
    const disk1 = await until('attic.loose.s-1', entity =>
      targets(entity, 'dependencyOf').includes(
        'resource:default/attic.rook.osd-0',
      ),
    );
    expect(disk1.metadata.description).toBe(
      'Disk (nvme), Fast 512, serial S-1, 512 GB',
    );
    const osd = await until('attic.rook.osd-0');
    expect(targets(osd, 'dependsOn')).toEqual([
      'resource:default/attic',
      'resource:default/attic.loose.s-1',
    ]);
    const ceph = await until(
      'attic.rook',
      entity => targets(entity, 'dependsOn').length === 2,
    );
    expect(targets(ceph, 'dependsOn')).toEqual([
      'resource:default/attic',
      'resource:default/attic.rook.osd-0',
    ]);
    expect(targets(ceph, 'dependencyOf')).toEqual(['component:default/notes']);
  });

  it('leaves the machine that Git declares to Git, and adds its disks and apps', async () => {
    host = 'declared';
    await observe();
    const declared = await until('attic.declared', entity =>
      targets(entity, 'dependencyOf').includes('component:default/notes'),
    );
    expect(
      declared.metadata.annotations?.['backstage.io/managed-by-location'],
    ).not.toBe('hardware:observed');
    expect(targets(declared, 'dependencyOf')).toHaveLength(2);
    const cluster = await until(
      'attic',
      entity => targets(entity, 'hasPart').length === 2,
    );
    expect(targets(cluster, 'hasPart')).toEqual([
      'resource:default/attic.declared',
      'resource:default/attic.loose',
    ]);
  });

  it('takes nothing away because somebody does not answer', async () => {
    areDisksKnown = false;
    isCephKnown = false;
    await observe();
    isReachable = false;
    await observe();
    // Time for the catalog to take away what it was told to.
    await new Promise(resolve => {
      setTimeout(resolve, 3_000);
    });
    for (const name of [
      'attic.loose',
      'attic.loose.nvme1n1',
      'attic.declared',
      'attic.rook',
      'attic.rook.osd-0',
    ]) {
      expect(await read(name)).toMatchObject({ kind: 'Resource' });
    }
  });
});
