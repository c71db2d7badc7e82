import type { Volume } from '@internal/plugin-ceph-common';
import type { ExampleDisk } from '../__testUtils__/exampleMachines';
import { exampleObjects, toComponent } from '../__testUtils__/exampleObjects';
import {
  type ExampleCluster,
  told,
  toCeph,
  toOsd,
  toPool,
  toReading,
} from '../__testUtils__/exampleReading';
import { listAffectedApps } from './listAffectedApps';
import { StorageModel } from './StorageModel';

const { node, pod, claim, volume } = exampleObjects;

function build(...clusters: ExampleCluster[]): StorageModel {
  return StorageModel.build(clusters.map(toReading));
}

/** `<from> -<proof>-> <to>` for everything around an item. */
function trace({ chain }: StorageModel, id: string): string[] {
  return chain
    .around([id])
    .links.map(({ from, to, proof }) => `${from} -${proof}-> ${to}`)
    .sort();
}

function volumeOf(model: StorageModel, name: string): Volume {
  const found = model.volumes.find(({ claim: of }) => of?.name === name);
  if (!found) throw new Error(`there is no volume of a claim ${name}`);
  return found;
}

const ownDisk: ExampleDisk = {
  name: 'nvme0n1',
  model: 'Fast 512',
  serial: 'S5X1NX0R100001',
};

/** One machine, one OSD on its disk, one pool. */
function onCeph(example: Partial<ExampleCluster> = {}): ExampleCluster {
  return {
    nodes: [node('node-a')],
    disks: { 'node-a': [ownDisk] },
    ceph: [
      toCeph({
        osdList: [
          toOsd({
            id: 0,
            node: 'node-a',
            devices: ['nvme0n1'],
            deviceIds: ['Fast_512_S5X1NX0R100001'],
          }),
        ],
        pools: [toPool({ id: 2, name: 'blocks', osds: [0] })],
      }),
    ],
    ...example,
  };
}

describe('the chain of each kind of volume', () => {
  const used = (spec: object): Partial<ExampleCluster> => ({
    volumes: [volume('books', 'data', spec)],
    claims: [claim('books', 'data', { 'portal.internal/backup': 'nightly' })],
    pods: [pod('books', ['data'])],
    apps: [toComponent('east', 'books', 'group:default/atlas')],
  });
  const userLinks = [
    'app:component:default/books -ownership-> owner:group:default/atlas',
    'claim:east/books/data -mount-> app:component:default/books',
    'volume:east/pv-books-data -claim-reference-> claim:east/books/data',
  ];
  const diskLinks = [
    'disk:east/node-a/nvme0n1 -serial-> osd:east/rook-ceph/0',
    'node:east/node-a -machine-> disk:east/node-a/nvme0n1',
    'osd:east/rook-ceph/0 -crush-> pool:east/rook-ceph/blocks',
  ];

  it.each<[string, object, string[], Partial<Volume>]>([
    [
      'RBD, by the number of the pool in its handle',
      exampleObjects.rbd('rook-ceph', 2),
      [
        ...diskLinks,
        'pool:east/rook-ceph/blocks -handle-> volume:east/pv-books-data',
      ],
      {
        kind: 'ceph-rbd',
        state: 'ok',
        nodes: ['node-a'],
        redundancy: told({ copies: 3, minCopies: 2, failureDomain: 'host' }),
        freeBytes: told(300e9),
      },
    ],
    [
      'RBD whose pool is only named by its class',
      {
        ...exampleObjects.rbd('rook-ceph', 99),
        storageClassName: 'blocks',
      },
      [
        ...diskLinks,
        'pool:east/rook-ceph/blocks -none-> volume:east/pv-books-data',
      ],
      { kind: 'ceph-rbd', state: 'ok' },
    ],
    [
      'CephFS',
      exampleObjects.cephfs('rook-ceph', { fsName: 'files', pool: 'blocks' }),
      [
        ...diskLinks,
        'pool:east/rook-ceph/blocks -handle-> volume:east/pv-books-data',
      ],
      { kind: 'cephfs', state: 'ok' },
    ],
    [
      'local',
      exampleObjects.local('node-a'),
      ['node:east/node-a -local-path-> volume:east/pv-books-data'],
      { kind: 'local', state: 'ok', nodes: ['node-a'] },
    ],
    [
      'NFS',
      exampleObjects.nfs('nas.example'),
      ['nfs-server:nas.example -handle-> volume:east/pv-books-data'],
      { kind: 'nfs', state: 'unknown', stateReason: 'nfs-not-observed' },
    ],
    [
      'Longhorn',
      exampleObjects.longhorn(2),
      [
        'node:east/node-a -replica-> volume:east/pv-books-data',
        'node:east/node-b -replica-> volume:east/pv-books-data',
      ],
      {
        kind: 'longhorn',
        state: 'ok',
        nodes: ['node-a', 'node-b'],
        redundancy: {
          ...told({ copies: 2, minCopies: 1 }),
          source: 'longhorn',
        },
      },
    ],
  ])('%s', (_name, spec, links, expected) => {
    const model = build(
      onCeph({
        ...used(spec),
        longhorn: exampleObjects.longhornOf(['node-b', 'node-a']),
        classes: [
          {
            metadata: { name: 'blocks' },
            provisioner: 'rook-ceph.rbd.csi.ceph.com',
            parameters: { clusterID: 'rook-ceph', pool: 'blocks' },
          },
        ],
      }),
    );
    expect(trace(model, 'volume:east/pv-books-data')).toEqual(
      [...userLinks, ...links].sort(),
    );
    // The same from the other end.
    expect(trace(model, 'app:component:default/books')).toEqual(
      [...userLinks, ...links].sort(),
    );
    expect(model.volumes).toMatchObject([
      {
        ...expected,
        sizeBytes: 10 * 2 ** 30,
        backup: 'nightly',
        pods: [{ namespace: 'books', node: 'node-a' }],
        apps: [
          {
            name: 'books',
            entityRef: 'component:default/books',
            owner: 'group:default/atlas',
          },
        ],
      },
    ]);
  });

  it.each([
    ['nobody asked', undefined, 'unknown', 'longhorn-not-read', []],
    ['it is gone', { volumes: [], replicas: [] }, 'lost', 'longhorn-gone', []],
    [
      'a replica is missing',
      exampleObjects.longhornOf(['node-a'], { robustness: 'degraded' }),
      'degraded',
      'replicas-missing',
      ['node-a'],
    ],
    [
      'all failed',
      exampleObjects.longhornOf([], { robustness: 'faulted' }),
      'blocked',
      'replicas-failed',
      [],
    ],
    [
      'replicas that are not whole do not count',
      {
        volumes: exampleObjects.longhornOf([]).volumes,
        replicas: [
          exampleObjects.replica({ nodeID: 'node-a' }),
          exampleObjects.replica({ nodeID: 'node-b', healthyAt: '' }),
          exampleObjects.replica({ nodeID: 'node-c', failedAt: 'now' }),
          exampleObjects.replica({ nodeID: 'node-d', active: false }),
          exampleObjects.replica({ nodeID: 'node-e' }, 'error'),
          exampleObjects.replica({ nodeID: 'node-f', volumeName: 'other' }),
        ],
      },
      'degraded',
      'replicas-missing',
      ['node-a'],
    ],
    [
      'it is on its way',
      {
        volumes: [{ metadata: { name: 'pv' }, status: { state: 'attaching' } }],
        replicas: [],
      },
      'unknown',
      'replicas-not-told',
      [],
    ],
  ])(
    'tells of a volume of Longhorn: %s',
    (_name, longhorn, state, stateReason, nodes) => {
      const model = build(
        onCeph({ ...used(exampleObjects.longhorn(2)), longhorn }),
      );
      expect(model.volumes).toMatchObject([{ state, stateReason, nodes }]);
    },
  );

  it('names pods that belong to no app by their controller, and those that ended not at all', () => {
    const ended = { ...pod('tools', ['data']), status: { phase: 'Succeeded' } };
    const model = build(
      onCeph({
        volumes: [
          volume('books', 'data', exampleObjects.local('node-a')),
          volume('tools', 'data', exampleObjects.local('node-a')),
        ],
        pods: [pod('books', ['data']), ended],
      }),
    );
    expect(
      model.volumes.map(({ claim: of, apps, pods }) => [
        of?.namespace,
        apps,
        pods.length,
      ]),
    ).toEqual([
      ['books', [{ namespace: 'books', name: 'books' }], 1],
      ['tools', [], 0],
    ]);
  });

  it('reaches the Ceph of another cluster by its fsid', () => {
    const model = build(onCeph({ cluster: 'east' }), {
      cluster: 'west',
      nodes: [node('west-1')],
      volumes: [volume('books', 'data', exampleObjects.rbd('outside', 2))],
      ceph: [
        toCeph({
          cluster: 'west',
          namespace: 'outside',
          name: 'borrowed',
          external: true,
        }),
      ],
    });
    expect(trace(model, 'node:east/node-a')).toEqual(
      expect.arrayContaining([
        'pool:east/rook-ceph/blocks -handle-> volume:west/pv-books-data',
      ]),
    );
    expect(volumeOf(model, 'data')).toMatchObject({
      cluster: 'west',
      nodes: ['node-a'],
      ceph: { cluster: 'east', name: 'rook-ceph', pool: 'blocks' },
    });
    expect(
      model.findCeph('west', 'borrowed').map(({ detail }) => detail.cluster),
    ).toEqual(['east']);
  });
});

describe('the disk of an OSD', () => {
  type Osd = Parameters<typeof toOsd>[0];

  function joined(osd: Partial<Osd>, disks: ExampleDisk[]): string[] {
    const model = build({
      nodes: [node('node-a'), node('node-b')],
      disks: {
        'node-a': disks,
        'node-b': [{ name: 'sda', model: 'Slow 4T', serial: 'ZDH1OTHER' }],
      },
      ceph: [toCeph({ osdList: [toOsd({ id: 0, node: 'node-a', ...osd })] })],
    });
    return model.chain.links
      .filter(({ to }) => to === 'osd:east/rook-ceph/0')
      .map(
        ({ from, proof }) => `${from.split('/').slice(1).join('/')} ${proof}`,
      );
  }
  const twin = (name: string, serial?: string): ExampleDisk => ({
    name,
    model: 'Fast 512',
    serial,
  });

  it.each<[string, Partial<Osd>, ExampleDisk[], string[]]>([
    [
      'is found by its serial, whatever its kernel name is now',
      { devices: ['sda'], deviceIds: ['Fast_512_S5X1'] },
      [twin('sdb', 'S5X1'), twin('sda', 'S5X2')],
      ['node-a/sdb serial'],
    ],
    [
      'is found by a serial with blanks and a vendor before the model',
      { deviceIds: ['ATA_Fast_512_WD-1_77'] },
      [twin('sda', 'WD-1 77')],
      ['node-a/sda serial'],
    ],
    [
      'is found below dm-crypt',
      { form: 'encrypted', devices: ['dm-3'], deviceIds: ['Fast_512_S5X1'] },
      [twin('nvme0n1', 'S5X1')],
      ['node-a/nvme0n1 serial'],
    ],
    [
      'is found below LVM, each of several',
      {
        form: 'lvm',
        devices: ['dm-0', 'dm-1'],
        deviceIds: ['sda=Fast_512_S5X1', 'sdb=Fast_512_S5X2'],
      },
      [twin('sda', 'S5X1'), twin('sdb', 'S5X2')],
      ['node-a/sda serial', 'node-a/sdb serial'],
    ],
    [
      'is not told by a name of LVM alone',
      { form: 'lvm', devices: ['dm-0'] },
      [twin('sda', 'S5X1')],
      ['node-a placement'],
    ],
    [
      'is found by its NAA name',
      { deviceIds: ['SEAGATE_ST4000_35000c500a1b2c3d4'] },
      [{ name: 'sda', wwid: 'naa.5000C500A1B2C3D4' }],
      ['node-a/sda wwn'],
    ],
    [
      'is found by the serial in an NVMe name',
      { deviceIds: ['Fast 512_S5X1NX'] },
      [
        {
          name: 'nvme0n1',
          wwid: `nvme.10ec-${Buffer.from('S5X1NX').toString('hex')}-${Buffer.from('Fast 512').toString('hex')}-00000001`,
        },
      ],
      ['node-a/nvme0n1 wwn'],
    ],
    [
      'is found by name and size',
      { devices: ['sda'], sizeBytes: told(512e9) },
      [twin('sda'), { name: 'sdb', sizeBytes: 4e12 }],
      ['node-a/sda device-and-witness'],
    ],
    [
      'is found by name and the label of BlueStore',
      { devices: ['nvme0n1'] },
      [
        {
          ...twin('nvme0n1'),
          partitions: [{ name: 'nvme0n1p2', content: 'bluestore' }],
        },
        twin('nvme1n1'),
      ],
      ['node-a/nvme0n1 device-and-witness'],
    ],
    [
      'is unproven by name alone',
      { devices: ['sda'] },
      [twin('sda')],
      ['node-a/sda none', 'node-a placement'],
    ],
    [
      'is unproven by name and size of one of two equal models',
      { devices: ['sda'], sizeBytes: told(512e9) },
      [twin('sda'), twin('sdb')],
      ['node-a/sda none', 'node-a placement'],
    ],
    [
      'is unproven where two disks have one serial',
      { devices: ['sda'], deviceIds: ['Fast_512_AA000001'] },
      [twin('sda', 'AA000001'), twin('sdb', 'AA000001')],
      ['node-a/sda none', 'node-a placement'],
    ],
    [
      'is unproven by what makers write in place of a serial',
      { devices: ['sda'], deviceIds: ['Fast_512_0123456789'] },
      [twin('sda', '0123456789')],
      ['node-a/sda none', 'node-a placement'],
    ],
    [
      'is not the one that replaced it, though name and size are the same',
      {
        devices: ['nvme0n1'],
        deviceIds: ['Fast_512_S5XOLD'],
        sizeBytes: told(512e9),
      },
      [twin('nvme0n1', 'S5XNEW')],
      ['node-a placement'],
    ],
    [
      'is followed to the machine it was put into',
      { devices: ['sda'], deviceIds: ['Slow_4T_ZDH1OTHER'] },
      [],
      ['node-b/sda serial', 'node-a placement'],
    ],
    [
      'is found for an OSD on a claim, whose CRUSH host is the claim',
      {
        form: 'claim',
        node: undefined,
        crushHost: 'set1-data-0',
        deviceIds: ['Slow_4T_ZDH1OTHER'],
      },
      [twin('sda', 'S5X1')],
      ['node-b/sda serial'],
    ],
  ])('%s', (_name, osd, disks, expected) => {
    expect(joined(osd, disks).sort()).toEqual([...expected].sort());
  });

  it.each<[string, Partial<Osd>, string[]]>([
    [
      'its name',
      { node: 'node-a.lab.example' },
      ['node-a.lab.example placement'],
    ],
    ['its hostname', { node: 'node-a' }, ['node-a.lab.example placement']],
    [
      'its CRUSH host',
      { node: undefined, crushHost: 'node-a-lab-example' },
      ['node-a.lab.example crush'],
    ],
    [
      'a similar CRUSH host not',
      { node: undefined, crushHost: 'node-a-lab' },
      [],
    ],
    [
      'a claim of that name not',
      { node: undefined, crushHost: 'node-a-lab-example', form: 'claim' },
      [],
    ],
  ])('finds a machine by %s', (_name, osd, expected) => {
    const model = build({
      nodes: [
        node('node-a.lab.example', { hostname: 'node-a' }),
        node('node-b.lab.example', { hostname: 'node-b' }),
      ],
      ceph: [toCeph({ osdList: [toOsd({ id: 0, ...osd })] })],
    });
    expect(
      model.chain.links.map(
        ({ from, proof }) => `${from.split('/')[1]} ${proof}`,
      ),
    ).toEqual(expected);
  });

  it('tells apart machines whose CRUSH hosts would be the same', () => {
    const model = build({
      nodes: [node('node.a'), node('node-a')],
      ceph: [toCeph({ osdList: [toOsd({ id: 0, crushHost: 'node-a' })] })],
    });
    expect(model.chain.links).toEqual([]);
  });
});

describe('the state of a volume', () => {
  type Ceph = Parameters<typeof toCeph>[0];
  const reason = (
    code: string,
    dataRisk: 'blocked' | 'less-redundant' | 'none',
    affects: { pools?: string[]; osds?: number[] } = {},
  ) => ({
    code,
    severity: 'warning' as const,
    dataRisk,
    muted: false,
    raw: [],
    affects: { hosts: [], osds: [], pools: [], apps: [], ...affects },
  });

  it.each<[string, Ceph, Ceph['pools'], [string, string?]]>([
    ['whose copies are all there', {}, undefined, ['ok']],
    [
      'while copies move',
      {},
      [pool({ states: [{ state: 'active+remapped+backfilling', count: 4 }] })],
      ['ok'],
    ],
    [
      'while copies are missing',
      {},
      [pool({ states: [{ state: 'active+undersized+degraded', count: 4 }] })],
      ['degraded', 'pool-degraded'],
    ],
    [
      'while groups are inactive',
      { health: 'warning' },
      [pool({ states: [{ state: 'undersized+degraded+peered', count: 1 }] })],
      ['blocked', 'pool-inactive'],
    ],
    [
      'in a full pool',
      { reasons: [reason('POOL_FULL', 'blocked', { pools: ['blocks'] })] },
      undefined,
      ['blocked', 'pool-full'],
    ],
    [
      'beside a full pool',
      { reasons: [reason('POOL_FULL', 'blocked', { pools: ['others'] })] },
      undefined,
      ['ok'],
    ],
    [
      'on a full OSD',
      { reasons: [reason('OSD_FULL', 'blocked', { osds: [0] })] },
      undefined,
      ['blocked', 'pool-full'],
    ],
    [
      'whose pool is gone',
      {},
      [toPool({ id: 7, name: 'others' })],
      ['lost', 'pool-gone'],
    ],
    [
      'of Ceph that nobody told of',
      { health: 'unknown' },
      undefined,
      ['unknown', 'ceph-not-read'],
    ],
    [
      'where only the sum of all pools is told, and something is wrong',
      { reasons: [reason('PG_DEGRADED', 'less-redundant')] },
      [pool({ states: undefined })],
      ['unknown', 'pool-not-told'],
    ],
    [
      'where Rook alone tells that nothing is wrong',
      { reasons: [reason('MON_DOWN', 'none')] },
      [pool({ states: undefined })],
      ['ok'],
    ],
  ])('%s', (_name, ceph, pools, [state, why]) => {
    const model = build(
      onCeph({
        ceph: [toCeph({ pools: pools ?? [pool({})], osdList: [], ...ceph })],
        volumes: [
          volume(
            'books',
            'data',
            exampleObjects.rbd('rook-ceph', 2, { pool: 'blocks' }),
          ),
        ],
      }),
    );
    expect(volumeOf(model, 'data')).toMatchObject({ state, stateReason: why });
  });

  function pool(options: Partial<ReturnType<typeof toPool>>) {
    return toPool({ id: 2, name: 'blocks', osds: [0], ...options });
  }

  it('is lost with its machine, blocked while that is not ready, unknown where nobody told', () => {
    const example: ExampleCluster = {
      nodes: [node('node-a', { ready: false })],
      volumes: [
        volume('books', 'gone', exampleObjects.local('node-z')),
        volume('books', 'waits', exampleObjects.local('node-a')),
        volume('books', 'anywhere', { hostPath: { path: '/data' } }),
        volume('books', 'foreign', exampleObjects.rbd('elsewhere', 1)),
      ],
    };
    const model = build(example);
    expect(
      model.volumes.map(({ claim: of, state, stateReason }) => [
        of?.name,
        state,
        stateReason,
      ]),
    ).toEqual([
      ['gone', 'lost', 'node-gone'],
      ['waits', 'blocked', 'node-not-ready'],
      ['anywhere', 'unknown', 'node-not-named'],
      ['foreign', 'unknown', 'ceph-not-found'],
    ]);
    expect(model.chain.get('node:east/node-z')?.state).toBe('down');

    const reading = toReading(example);
    const { kubernetes } = reading.inventory;
    const stale = StorageModel.build([
      {
        ...reading,
        inventory: {
          ...reading.inventory,
          kubernetes: {
            ...kubernetes,
            nodes: { state: 'unread', reason: 'not-allowed' },
          },
        },
      },
    ]);
    expect(volumeOf(stale, 'gone')).toMatchObject({
      state: 'unknown',
      stateReason: 'kubernetes-not-read',
    });
    expect(stale.chain.get('node:east/node-z')?.state).toBe('unknown');
  });
});

it('tells where Kubernetes has attached a volume, and what is said of its backups', () => {
  const attachment = (machine: string, attached: boolean) => ({
    metadata: { name: `csi-${machine}` },
    spec: {
      attacher: 'rook-ceph.rbd.csi.ceph.com',
      nodeName: machine,
      source: { persistentVolumeName: 'pv-books-data' },
    },
    status: { attached },
  });
  const kept = (more: object) => ({
    ...claim('books', 'data'),
    ...more,
  });
  const markOf = (found: object) =>
    volumeOf(
      build(
        onCeph({
          volumes: [
            volume('books', 'data', exampleObjects.rbd('rook-ceph', 2)),
          ],
          claims: [found],
          attachments: [
            attachment('node-b', true),
            attachment('node-a', true),
            attachment('node-c', false),
          ],
        }),
      ),
      'data',
    );
  const source = {
    apiGroup: 'volsync.backube',
    kind: 'ReplicationDestination',
    name: 'books',
  };
  const restored = kept({ spec: { dataSourceRef: source } });
  expect(markOf(restored)).toMatchObject({
    attachedTo: ['node-a', 'node-b'],
    backup: 'VolSync: ReplicationDestination books',
  });
  expect(
    markOf(claim('books', 'data', { 'k8up.io/backup': 'false' }))?.backup,
  ).toBe('k8up.io/backup: false');
  expect(
    markOf(
      kept({
        spec: { dataSourceRef: { kind: 'PersistentVolumeClaim', name: 'old' } },
      }),
    )?.backup,
  ).toBeUndefined();
});

it('names the apps that a reason puts at risk', () => {
  const model = build(
    onCeph({
      volumes: [
        volume('books', 'data', exampleObjects.rbd('rook-ceph', 2)),
        volume('tools', 'data', exampleObjects.local('node-a')),
      ],
      pods: [pod('books', ['data']), pod('tools', ['data'])],
    }),
  );
  const [ceph] = model.findCeph('east');
  const affects = { hosts: ['node-a'], osds: [0], pools: [], apps: [] };
  const reason = {
    code: 'OSD_DOWN',
    severity: 'warning' as const,
    muted: false,
    raw: [],
    affects,
  };
  const names = (dataRisk: 'less-redundant' | 'none') =>
    listAffectedApps(model, ceph, { ...reason, dataRisk }).map(
      ({ name }) => name,
    );
  expect(names('less-redundant')).toEqual(['books']);
  expect(names('none')).toEqual([]);
});

it('shows at most 40 of a kind, those in trouble first, and counts the others', () => {
  const names = Array.from({ length: 60 }, (_, index) => `app-${index + 10}`);
  const model = build(
    onCeph({
      volumes: names.map(name =>
        volume(
          name,
          'data',
          exampleObjects.rbd('rook-ceph', 2, {
            pool: name === 'app-69' ? 'gone' : 'blocks',
          }),
        ),
      ),
      pods: names.map(name => pod(name, ['data'])),
    }),
  );
  const { items, links, leftOut } = model.chain.around([
    'node:east/node-a',
    'pool:east/rook-ceph/gone',
  ]);
  const count = (kind: string) =>
    items.filter(item => item.kind === kind).length;
  expect([count('volume'), count('claim'), count('app')]).toEqual([40, 40, 40]);
  expect(leftOut).toEqual([
    { kind: 'volume', count: 20 },
    { kind: 'claim', count: 20 },
    { kind: 'app', count: 20 },
  ]);
  expect(items.map(({ id }) => id)).toContain('volume:east/pv-app-69-data');
  const shown = new Set(items.map(({ id }) => id));
  const reached = new Set(links.map(({ to }) => to));
  for (const { from, to } of links) {
    expect([shown.has(from), shown.has(to)]).toEqual([true, true]);
  }
  expect(
    items
      .filter(({ kind }) => kind === 'app')
      .every(({ id }) => reached.has(id)),
  ).toBe(true);
});
