import {
  type CephDetail,
  type Chain,
  cephAnswerSchema,
  chainAnswerSchema,
  type Volume,
  volumeListSchema,
} from '@internal/plugin-ceph-common';
import request from 'supertest';
import { SandboxStorage, sandboxApp } from './__testUtils__/SandboxStorage';
import { startPlugin } from './__testUtils__/startPlugin';
import { until } from './__testUtils__/until';

jest.setTimeout(300_000);

let sandbox: SandboxStorage;
let plugin: Awaited<ReturnType<typeof startPlugin>>;

beforeAll(async () => {
  sandbox = await SandboxStorage.start(['pitower', 'monosense']);
  plugin = await startPlugin(
    ['pitower', 'infra', 'apps', 'edgit'].map(name => sandbox.clusterOf(name)),
    {
      features: sandbox.features,
      entities: [
        sandboxApp('home-automation', 'mosquitto', 'group:default/borealis'),
      ],
    },
  );
});

afterAll(async () => {
  await plugin?.stop();
  await sandbox?.stop();
});

async function ask(path: string): Promise<unknown> {
  const { body } = await request(plugin.server).get(`/api/ceph${path}`);
  return body;
}

async function readCeph(): Promise<CephDetail | undefined> {
  const body = await ask('/clusters/home/pitower/ceph/rook-ceph');
  return cephAnswerSchema.safeParse(body).data;
}

/** The first reading that is so; a machine under load is patient by itself. */
async function readUntil(
  accepts: (detail: CephDetail) => boolean,
): Promise<CephDetail> {
  const found = await until(
    readCeph,
    detail => detail !== undefined && accepts(detail),
  );
  if (!found) throw new Error('Nothing was read');
  return found;
}

const codesOf = ({ reasons }: CephDetail) => reasons.map(({ code }) => code);
const stateOf = ({ sources }: CephDetail, source: string) =>
  sources.find(found => found.source === source)?.state;
const isWell = (detail: CephDetail) =>
  detail.health === 'ok' && stateOf(detail, 'ceph-manager') === 'fresh';

/** Copies that are still made are whole as soon as something else happens. */
async function recover() {
  await sandbox.setCeph('operator-gone');
  await sandbox.setCeph('healthy');
  return readUntil(isWell);
}

describe('health', () => {
  beforeEach(async () => {
    await recover();
  });

  it('is well with every source', async () => {
    const detail = await readUntil(
      found =>
        isWell(found) && found.sources.every(({ state }) => state === 'fresh'),
    );
    expect(codesOf(detail)).toEqual([]);
    expect(detail.sources.map(({ source }) => source).sort()).toEqual([
      'ceph-manager',
      'kubernetes',
      'prometheus',
      'rook',
    ]);
    expect(detail.osds).toMatchObject({ value: { total: 3, up: 3, in: 3 } });
  });

  it('names the app and the owner that an OSD takes a copy from', async () => {
    await sandbox.setCeph('osd-down');
    const detail = await readUntil(({ reasons }) =>
      reasons.some(({ affects }) => affects.apps.length > 0),
    );
    expect(detail.health).toBe('warning');
    const down = detail.reasons.find(({ code }) => code === 'OSD_DOWN');
    expect(down).toMatchObject({
      dataRisk: 'less-redundant',
      affects: { hosts: ['worker-02'], osds: [1] },
    });
    expect(down?.affects.apps).toContainEqual({
      name: 'mosquitto',
      namespace: 'home-automation',
      entityRef: 'component:default/mosquitto',
      owner: 'group:default/borealis',
    });
    await expect(
      plugin.actions.invoke({
        id: 'test:storage-health',
        input: { cluster: 'pitower' },
      }),
    ).resolves.toMatchObject({
      output: {
        items: [
          {
            reasons: expect.arrayContaining([
              expect.objectContaining({
                code: 'OSD_DOWN',
                apps: expect.arrayContaining([
                  {
                    name: 'mosquitto',
                    entityRef: 'component:default/mosquitto',
                    owner: 'group:default/borealis',
                  },
                ]),
              }),
            ]),
          },
        ],
      },
    });
  });

  it('warns before it is full', async () => {
    await sandbox.setCeph('near-full');
    const detail = await readUntil(({ health }) => health === 'warning');
    expect(codesOf(detail)).toEqual(
      expect.arrayContaining(['OSD_NEARFULL', 'POOL_NEARFULL']),
    );
    const { usage } = detail;
    if (!usage.known) throw new Error(usage.reason);
    expect(usage.value.usedBytes / usage.value.totalBytes).toBeGreaterThan(
      usage.value.nearFull,
    );
  });

  it('is never well without a majority of monitors, though manager and metrics say so', async () => {
    const before = await readUntil(isWell);
    await sandbox.setCeph('quorum-lost');
    const detail = await readUntil(
      found =>
        stateOf(found, 'ceph-manager') === 'stale' &&
        stateOf(found, 'prometheus') === 'stale' &&
        codesOf(found).includes('quorum-lost'),
    );
    expect(detail.health).toBe('critical');
    expect(
      detail.sources.find(({ source }) => source === 'prometheus'),
    ).toMatchObject({
      state: 'stale',
      problem: { code: 'metrics-not-proven' },
    });
    expect(detail.placementGroups).toEqual({ known: false, reason: 'stale' });
    // How much room there was stays, with the age of the last answer that counted.
    if (!detail.pools.known || !before.pools.known) {
      throw new Error('No pools');
    }
    const { observedAt } = detail.pools;
    for (const { availableBytes } of detail.pools.value) {
      expect(availableBytes).toMatchObject({ known: true, observedAt });
    }
    const since = (found: CephDetail) =>
      found.sources.find(({ source }) => source === 'rook')?.observedAt;
    const later = await readUntil(found => since(found) !== since(detail));
    expect(later.health).toBe('critical');
    expect(later.pools).toEqual(detail.pools);
  });

  it('shows less without a manager, and says so', async () => {
    await sandbox.setCeph('mgr-gone');
    const detail = await readUntil(
      found =>
        stateOf(found, 'ceph-manager') === 'unreachable' &&
        codesOf(found).includes('MGR_DOWN'),
    );
    expect(detail.health).not.toBe('ok');
    expect(detail.placementGroups.known).toBe(false);
    expect(detail.activity.known).toBe(false);
    expect(detail.capacity).toEqual({ known: false, reason: 'stale' });
    expect(stateOf(detail, 'prometheus')).toBe('unreachable');
    expect(detail.pools.known).toBe(true);
  });

  it('tells in one reason that nobody looks after Rook', async () => {
    await sandbox.setCeph('operator-gone');
    const detail = await readUntil(found =>
      codesOf(found).includes('operator-not-ready'),
    );
    expect(codesOf(detail)).toEqual(['operator-not-ready']);
    expect(detail.health).toBe('warning');
  });

  it('names what the portal’s user may not read', async () => {
    await sandbox.setCeph('no-permission');
    const detail = await readUntil(found =>
      found.sources.some(
        ({ source, problem }) =>
          source === 'ceph-manager' && problem !== undefined,
      ),
    );
    expect(
      detail.sources.find(({ source }) => source === 'ceph-manager')?.problem,
    ).toMatchObject({ code: 'manager-forbidden' });
    expect(detail.health).not.toBe('ok');
  });
});

describe('volumes and the chain', () => {
  beforeAll(async () => {
    await recover();
  });

  async function listVolumes(query: string): Promise<Volume[]> {
    return volumeListSchema.parse(
      await ask(`/volumes?platform=home&limit=100&${query}`),
    ).items;
  }

  async function readChain(query: string): Promise<Chain | undefined> {
    return chainAnswerSchema.safeParse(
      await ask(`/chain?platform=home&${query}`),
    ).data;
  }

  it.each([
    ['pitower', 'ceph-rbd', { pool: 'ceph-block', machines: 3, state: 'ok' }],
    [
      'pitower',
      'cephfs',
      { pool: 'ceph-filesystem-data0', machines: 3, state: 'ok' },
    ],
    ['pitower', 'local', { machines: 1, state: 'ok' }],
    [
      'pitower',
      'nfs',
      { machines: 0, state: 'unknown', reason: 'nfs-not-observed' },
    ],
    ['edgit', 'longhorn', { machines: 3, state: 'ok' }],
  ])(
    'tells of %s where its volumes of the kind %s lie, and how they are',
    async (cluster, kind, expected) => {
      const volumes = await until(
        () => listVolumes(`cluster=${cluster}&kind=${kind}`),
        found =>
          found.length > 0 &&
          found.every(({ state }) => state === expected.state) &&
          found.some(({ pods }) => pods.length > 0),
      );
      for (const { ceph, nfs, nodes, state, stateReason } of volumes) {
        expect({
          pool: ceph?.pool,
          machines: nodes.length,
          state,
          reason: stateReason,
        }).toEqual(expected);
        expect(nfs !== undefined).toBe(kind === 'nfs');
      }
    },
  );

  it('leads from a machine over its disk’s serial to an app', async () => {
    const chain = await until(
      () => readChain('cluster=pitower&node=worker-01'),
      found => found?.links.some(({ proof }) => proof === 'serial') ?? false,
    );
    if (!chain) throw new Error('No chain');
    const { items, links } = chain;
    const walk = (from: string): string[] => [
      from,
      ...links.filter(link => link.from === from).flatMap(({ to }) => walk(to)),
    ];
    const disk = links.find(({ proof }) => proof === 'serial');
    expect(disk?.to).toBe('osd:pitower/rook-ceph/0');
    expect(links).toContainEqual({
      from: 'node:pitower/worker-01',
      to: disk?.from,
      proof: 'machine',
    });
    const reached = new Set(walk('osd:pitower/rook-ceph/0'));
    expect(
      items
        .filter(({ id, kind }) => kind === 'app' && reached.has(id))
        .map(({ entityRef }) => entityRef),
    ).toContain('component:default/mosquitto');
  });

  it('joins volumes of one cluster with the Ceph of another', async () => {
    const [volume] = await until(
      () => listVolumes('cluster=apps&kind=ceph-rbd'),
      found => found[0]?.state === 'ok',
    );
    expect(volume.ceph).toMatchObject({
      cluster: 'infra',
      entityRef: 'resource:default/infra.rook-ceph',
    });
    const chain = await until(
      () => readChain(`cluster=apps&volume=${volume.name}`),
      found => found?.links.some(({ proof }) => proof === 'serial') ?? false,
    );
    expect(
      chain?.items
        .filter(({ kind }) => kind === 'node')
        .map(({ label, cluster }) => `${cluster} ${label}`)
        .sort(),
    ).toEqual(['infra infra-01', 'infra infra-02', 'infra infra-03']);
  });
});
