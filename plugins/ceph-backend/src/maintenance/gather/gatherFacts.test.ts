import type {
  StorageSource,
  StorageSourceState,
} from '@internal/plugin-ceph-common';
import { exampleObjects } from '../../__testUtils__/exampleObjects';
import {
  type ExampleCluster,
  told,
  toCeph,
  toOsd,
  toPool,
  toReading,
} from '../../__testUtils__/exampleReading';
import { budgetSchema } from '../../inventory/kubernetes/budgetSchema';
import type { ClusterReading } from '../../model/ClusterReading';
import { StorageModel } from '../../model/StorageModel';
import { listKnown } from '../__testUtils__/forgetOne';
import type { ClusterFacts } from '../facts/ClusterFacts';
import { judgeRolling } from '../judgeRolling';
import { gatherFacts } from './gatherFacts';

const OBSERVED_AT = '2026-03-01T10:00:00.000Z';
const UNREAD = { state: 'unread', reason: 'not-allowed' } as const;
const NODE = 'node-a.lab.example';

const CEPH_LISTS = [
  'osds',
  'pools',
  'placementGroups',
  'monitors',
  'managers',
  'filesystems',
  'flags',
  'warnings',
] as const;

const bothSources: StorageSourceState[] = [
  { source: 'rook', state: 'fresh', observedAt: OBSERVED_AT },
  { source: 'ceph-manager', state: 'fresh', observedAt: OBSERVED_AT },
];

function cephOf(more: Parameters<typeof toCeph>[0] = {}) {
  return toCeph({
    sources: bothSources,
    osdList: [toOsd({ id: 0, crushHost: 'node-a-lab-example' })],
    pools: [toPool({ id: 1, name: 'block', osds: [0] })],
    placementGroups: told({
      states: [{ state: 'active+clean', count: 32 }],
      clean: 32,
      degraded: 0,
      recovering: 0,
      inactive: 0,
      objects: { total: 0, degraded: 0, misplaced: 0, unfound: 0 },
    }),
    monitors: told([{ name: 'a', node: NODE, inQuorum: true }]),
    managers: told({ active: 'a', standbys: ['b'], nodes: [NODE] }),
    filesystems: told([]),
    flags: told([]),
    ...more,
  });
}

const osdPod = (namespace = 'rook-ceph') => ({
  ...exampleObjects.pod('rook-ceph', [], NODE),
  metadata: {
    name: 'rook-ceph-osd-0',
    namespace,
    labels: { app: 'rook-ceph-osd', 'ceph-osd-id': '0' },
  },
});

function read(example: ExampleCluster = {}): ClusterReading {
  return toReading({
    nodes: [exampleObjects.node(NODE, { hostname: 'node-a' })],
    pods: [osdPod()],
    ceph: [cephOf()],
    disks: { [NODE]: [] },
    ...example,
  });
}

function gather(
  reading: ClusterReading,
  options: { laterSeconds?: number; hasCeph?: boolean } = {},
): ClusterFacts {
  const { laterSeconds = 10, hasCeph = true } = options;
  return gatherFacts({
    cluster: {
      platform: 'home',
      cluster: 'east',
      refreshMilliseconds: 30_000,
      deadlineMilliseconds: 5_000,
      ceph: hasCeph
        ? { namespace: 'rook-ceph', operatorNamespace: 'rook-ceph' }
        : undefined,
    },
    model: StorageModel.build([reading]),
    now: new Date(Date.parse(OBSERVED_AT) + laterSeconds * 1000),
  });
}

function cephFacts({ ceph }: ClusterFacts) {
  if (!ceph.known || ceph.value.length !== 1) throw new Error('No Ceph');
  return ceph.value[0];
}

const stateOf = (reading: ClusterFacts['budgets'] | ClusterFacts['ceph']) =>
  reading.known ? reading.value.length : reading.reason;

it.each([
  ['the node’s own name', NODE, NODE],
  ['the hostname that the node is labelled with', 'node-a', NODE],
  // For all the portal knows that is another machine, though CRUSH calls it so.
  ['the name of its CRUSH host', 'node-a-lab-example', undefined],
  ['a name that no node has', 'node-b', undefined],
])('knows the machine of an OSD by %s', (_case, hostname, node) => {
  const reading = read();
  const [ceph] = reading.ceph;
  const facts = gather({
    ...reading,
    ceph: [{ ...ceph, osdHostnames: new Map([[0, hostname]]) }],
  });
  expect(cephFacts(facts).osds).toMatchObject({ value: [{ id: 0, node }] });
});

it('does not take the name of a claim for that of a machine', () => {
  const reading = read({
    ceph: [cephOf({ osdList: [toOsd({ id: 0, crushHost: 'set1-data-0' })] })],
  });
  const [ceph] = reading.ceph;
  expect(cephFacts(gather(reading)).osds).toMatchObject({
    value: [{ id: 0, node: undefined, crushHost: 'set1-data-0' }],
  });
  const named = { ...ceph, osdHostnames: new Map([[0, NODE]]) };
  expect(cephFacts(gather({ ...reading, ceph: [named] })).osds).toMatchObject({
    value: [{ id: 0, node: NODE, crushHost: 'set1-data-0' }],
  });
});

it('relies on nothing of Ceph unless Rook and the manager both prove to be fresh', () => {
  expect(
    CEPH_LISTS.filter(list => !cephFacts(gather(read()))[list].known),
  ).toEqual([]);

  const reasons = {
    stale: 'stale',
    unreachable: 'not-reachable',
    forbidden: 'not-allowed',
    'not-configured': 'not-configured',
    absent: 'not-reported',
  } as const;
  const cases = (['rook', 'ceph-manager'] satisfies StorageSource[]).flatMap(
    source => [
      ...(
        [
          'stale',
          'unreachable',
          'forbidden',
          'not-configured',
          'absent',
        ] as const
      ).map(state => ({
        sources: bothSources.map(found =>
          found.source === source ? { source, state } : found,
        ),
        reason: reasons[state],
      })),
      {
        sources: bothSources.filter(found => found.source !== source),
        reason: 'not-configured' as const,
      },
    ],
  );
  for (const { sources, reason } of cases) {
    const facts = cephFacts(gather(read({ ceph: [cephOf({ sources })] })));
    expect(CEPH_LISTS.map(list => facts[list])).toEqual(
      CEPH_LISTS.map(() => ({ known: false, reason })),
    );
  }
  const doubted = cephFacts(
    gather(read({ ceph: [cephOf({ health: 'unknown' })] })),
  );
  expect(CEPH_LISTS.map(list => doubted[list])).toEqual(
    CEPH_LISTS.map(() => ({ known: false, reason: 'stale' })),
  );
});

it('forgets everything that nobody reads any more', () => {
  const facts = gather(read(), { laterSeconds: 151 });
  // Of guests it is told when they were last looked for; none are here.
  expect(listKnown({ ...facts, guestVolumes: undefined })).toEqual([]);
  expect(facts.pods).toEqual({ known: false, reason: 'stale' });
  expect(gather(read(), { laterSeconds: 149 }).pods.known).toBe(true);
});

it('takes what it may not read for unknown, never for empty', () => {
  const reading = read();
  const { inventory } = reading;
  const without = (kind: keyof typeof inventory.kubernetes) =>
    gather({
      ...reading,
      inventory: {
        ...inventory,
        kubernetes: { ...inventory.kubernetes, [kind]: UNREAD },
      },
    });
  const refused = { known: false, reason: 'not-allowed' };
  expect(without('budgets').budgets).toEqual(refused);
  expect(without('nodes').machines).toEqual(refused);
  expect(without('pods')).toMatchObject({
    pods: refused,
    volumes: refused,
    ceph: refused,
  });
  expect(without('claims').volumes).toEqual(refused);
  expect(without('volumes').volumes).toEqual(refused);
  for (const [kind, input] of [
    ['budgets', 'disruption-budgets'],
    ['pods', 'bare-pods'],
    ['claims', 'local-volumes'],
    ['volumes', 'capacity'],
  ] as const) {
    const [{ inputs }] = judgeRolling(without(kind)).verdicts;
    expect(inputs.find(({ id }) => id === input)).toMatchObject({
      result: 'unknown',
      reason: 'unread-not-allowed',
    });
  }
  const stale = gather({
    ...reading,
    inventory: {
      ...inventory,
      kubernetes: {
        ...inventory.kubernetes,
        budgets: {
          state: 'stale',
          value: [],
          observedAt: OBSERVED_AT,
          since: OBSERVED_AT,
          reason: 'not-reachable',
          problem: { code: 'kubernetes-slow', values: {} },
        },
      },
    },
  });
  expect(stateOf(stale.budgets)).toBe('stale');
});

it.each<[string, object, number | undefined]>([
  ['was never counted', {}, undefined],
  [
    'was counted in an older form',
    { observedGeneration: 1, disruptionsAllowed: 1 },
    undefined,
  ],
  ['is counted', { observedGeneration: 2, disruptionsAllowed: 1 }, 1],
])(
  'knows how many pods a budget lets go where it %s',
  (_case, status, allowed) => {
    const reading = read();
    const { inventory } = reading;
    const budget = budgetSchema.parse({
      metadata: { name: 'wiki', namespace: 'wiki', generation: 2 },
      spec: { selector: null },
      status,
    });
    const { budgets } = gather({
      ...reading,
      inventory: {
        ...inventory,
        kubernetes: {
          ...inventory.kubernetes,
          budgets: { state: 'fresh', value: [budget], observedAt: OBSERVED_AT },
        },
      },
    });
    expect(budgets).toMatchObject({
      value: [{ name: 'wiki', selector: undefined, allowed }],
    });
  },
);

it('takes Ceph to be absent only where none of its daemons runs', () => {
  const idle = read({ pods: [], ceph: [] });
  const busy = read({ ceph: [] });
  const absent: StorageSourceState[] = [{ source: 'rook', state: 'absent' }];
  const refused: StorageSourceState[] = [
    { source: 'rook', state: 'forbidden' },
  ];

  expect(stateOf(gather(idle, { hasCeph: false }).ceph)).toBe(0);
  expect(stateOf(gather(busy, { hasCeph: false }).ceph)).toBe('not-configured');
  expect(stateOf(gather({ ...idle, sources: absent }).ceph)).toBe(0);
  expect(stateOf(gather({ ...busy, sources: absent }).ceph)).toBe(
    'not-reported',
  );
  expect(stateOf(gather({ ...idle, sources: refused }).ceph)).toBe(
    'not-allowed',
  );
  expect(stateOf(gather({ ...idle, sources: [] }).ceph)).toBe('not-reachable');
  // A Ceph cluster beside the one that is read, or in place of it.
  const elsewhere = read({ pods: [osdPod(), osdPod('other-ceph')] });
  expect(stateOf(gather(elsewhere).ceph)).toBe('not-reported');
  expect(stateOf(gather({ ...busy, sources: bothSources }).ceph)).toBe(
    'not-reported',
  );
  const outside = read({ ceph: [cephOf({ external: true })] });
  expect(stateOf(gather({ ...outside, sources: bothSources }).ceph)).toBe(
    'not-reported',
  );
});

it('does not say where a pod could run that wants a device, or keeps away from pods of other namespaces', () => {
  const placementOf = (spec: object) => {
    const plain = exampleObjects.pod('vision', [], NODE);
    const pod = { ...plain, spec: { ...plain.spec, ...spec } };
    const { pods } = gather(read({ pods: [pod], ceph: [] }));
    return pods.known && pods.value[0].placement.isUnevaluated;
  };
  const wanting = (requests: object) =>
    placementOf({ containers: [{ name: 'main', resources: { requests } }] });
  expect(wanting({ cpu: '1', memory: '1Gi' })).toBe(false);
  expect(wanting({ cpu: '1', 'nvidia.com/gpu': '1' })).toBe(true);

  const apart = (more: object) =>
    placementOf({
      affinity: {
        podAntiAffinity: {
          requiredDuringSchedulingIgnoredDuringExecution: [
            {
              topologyKey: 'kubernetes.io/hostname',
              labelSelector: { matchLabels: { app: 'vision' } },
              ...more,
            },
          ],
        },
      },
    });
  expect(apart({})).toBe(false);
  expect(apart({ namespaces: ['other'] })).toBe(true);
  expect(apart({ namespaceSelector: {} })).toBe(true);
});

it('knows which ports and folders of its machine a pod takes', () => {
  const plain = exampleObjects.pod('edge', [], NODE);
  const hostPaths = ['/dev/dri', '/var/run/cri', '/', '/etc/ssl', '/var/mnt/a'];
  const pod = {
    ...plain,
    spec: {
      ...plain.spec,
      containers: [
        {
          name: 'main',
          ports: [
            { containerPort: 8080 },
            { containerPort: 443, hostPort: 443 },
            { containerPort: 53, hostPort: 53, protocol: 'UDP' },
          ],
        },
      ],
      volumes: hostPaths.map((path, at) => ({
        name: `v${at}`,
        hostPath: { path },
      })),
    },
  };
  const { pods } = gather(read({ pods: [pod], ceph: [] }));
  expect(pods).toMatchObject({
    value: [
      { hostPorts: ['TCP/443', 'UDP/53'], hostFolders: ['/', '/var/mnt/a'] },
    ],
  });
});
