import type { Reading } from '@internal/plugin-ceph-common';
import { firstOf } from '../__testUtils__/firstOf';
import {
  ANYWHERE,
  buildCeph,
  buildHealthyCluster,
  buildMachine,
  buildPod,
  buildVolume,
  CONTROL_PLANES,
  known,
} from '../__testUtils__/healthyCluster';
import type { ClusterFacts } from '../facts/ClusterFacts';
import { ClusterIndex } from '../facts/ClusterIndex';
import type { EtcdMember } from '../facts/EtcdFacts';
import type { MachineFacts } from '../facts/MachineFacts';
import type { PodFacts } from '../facts/PodFacts';
import { createJudgeContext, type JudgeContext } from '../JudgeContext';
import { judgeBarePods } from './judgeBarePods';
import { judgeBoundPods } from './judgeBoundPods';
import { judgeBudgets } from './judgeBudgets';
import { judgeCapacity } from './judgeCapacity';
import { judgeCephDaemons } from './judgeCephDaemons';
import { judgeEtcd } from './judgeEtcd';
import { judgeLocalVolumes } from './judgeLocalVolumes';
import { judgeMonitors } from './judgeMonitors';
import { type Judgement, resultOf } from './Judgement';
import { judgeOsds } from './judgeOsds';
import { judgeOtherMaintenance } from './judgeOtherMaintenance';
import { judgeRecovery } from './judgeRecovery';

const SILENT: Reading<never> = { known: false, reason: 'not-reachable' };
const HEALTH = {
  healthy: known(true, 'talos'),
  unhealthy: known(false, 'talos'),
  silent: SILENT,
};
type Health = keyof typeof HEALTH;

function judge(
  input: (context: JudgeContext) => Judgement,
  more: Partial<ClusterFacts>,
  node = 'worker-01',
) {
  return input(
    createJudgeContext(new ClusterIndex(buildHealthyCluster(more)), node),
  );
}

/** Every tuple with one of each list. */
function combine<const T extends readonly (readonly unknown[])[]>(
  ...lists: T
): { [K in keyof T]: T[K][number] }[];
function combine(...lists: readonly (readonly unknown[])[]): unknown[][] {
  return lists.reduce<unknown[][]>(
    (tuples, list) =>
      tuples.flatMap(tuple => list.map(item => [...tuple, item])),
    [[]],
  );
}

describe('etcd', () => {
  const others = combine(
    ['healthy', 'unhealthy', 'silent'],
    ['healthy', 'unhealthy', 'silent'],
    ['healthy', 'unhealthy', 'silent'],
    ['healthy', 'unhealthy', 'silent'],
  );

  it('keeps a majority of healthy voters, for one to five voters and each health of each', () => {
    for (const count of [0, 1, 2, 3, 4]) {
      for (const healths of others.map(all => all.slice(0, count))) {
        const names = [0, ...healths.map((_health, at) => at + 1)].map(
          at => `control-${at}`,
        );
        const members = names.map((node, at): EtcdMember => ({
          node,
          learner: false,
          leader: at === 1,
          healthy: HEALTH[at === 0 ? 'healthy' : healths[at - 1]],
        }));
        const { reason } = judge(
          judgeEtcd,
          {
            etcd: known({ members, alarms: [] }, 'talos'),
            machines: known(
              names.map(name => buildMachine(name, 'controlplane')),
            ),
          },
          'control-0',
        );
        const needed = Math.floor((count + 1) / 2) + 1;
        const of = (health: Health) =>
          healths.filter(found => found === health).length;
        const expected = firstOf(
          [
            [count === 0, 'etcd-only-voter'],
            [count === 1, 'etcd-two-voters'],
            [of('healthy') + of('silent') < needed, 'etcd-majority-lost'],
            [of('silent') > 0, 'unread-not-reachable'],
          ],
          'etcd-keeps-majority',
        );
        expect([healths, reason]).toEqual([healths, expected]);
      }
    }
  });

  it.each([
    ['control-01', 'etcd-leader', 'step'],
    ['control-02', 'etcd-keeps-majority', 'fine'],
    ['worker-01', 'etcd-not-a-member', 'not-applicable'],
  ])('judges %s as %s', (node, reason, result) => {
    const judgement = judge(judgeEtcd, {}, node);
    expect([judgement.reason, resultOf(judgement)]).toEqual([reason, result]);
  });

  it('goes by what is proven of members and machines', () => {
    const healthy = buildHealthyCluster();
    const members = healthy.etcd.known ? healthy.etcd.value.members : [];
    const change = (more: Partial<EtcdMember>, at = 2) =>
      known(
        {
          members: members.map((member, position) =>
            position === at ? { ...member, ...more } : member,
          ),
          alarms: [],
        },
        'talos' as const,
      );
    const reasonOf = (etcd: ClusterFacts['etcd'], node: string) =>
      judge(judgeEtcd, { etcd }, node).reason;
    expect(reasonOf(change({ node: 'control-09' }), 'control-02')).toBe(
      'etcd-members-differ',
    );
    expect(reasonOf(change({ node: 'worker-01' }), 'worker-01')).toBe(
      'etcd-members-differ',
    );
    // Two voters and a learner are two voters.
    expect(reasonOf(change({ learner: true }), 'control-02')).toBe(
      'etcd-two-voters',
    );
    expect(reasonOf(change({ learner: true }), 'control-03')).toBe(
      'etcd-learner',
    );
    expect(reasonOf(change({ leader: false }, 0), 'control-02')).toBe(
      'etcd-no-leader',
    );
    expect(
      reasonOf(
        known({ members, alarms: ['control-01: NOSPACE'] }, 'talos'),
        'control-02',
      ),
    ).toBe('etcd-alarm');
  });
});

describe('OSDs', () => {
  it('follows the decision table over placement, pools, OSDs and flags', () => {
    const table = combine(
      ['host', 'rack', 'osd', undefined],
      [1, 2, 3],
      [1, 2, 3],
      ['up', 'own down'],
      ['as Ceph says', 'other pods'],
      ['no flag', 'noout', 'noout on the host', 'noout elsewhere'],
    );
    for (const row of table) {
      const [failureDomain, size, minSize, state, pods, flag] = row;
      const healthy = buildCeph();
      const osds = healthy.osds.known ? healthy.osds.value : [];
      const ceph = buildCeph({
        osds: known(
          osds.map(osd => ({
            ...osd,
            up: state === 'up' || osd.id !== 0,
            node:
              pods === 'other pods' && osd.id === 1 ? 'worker-02' : osd.node,
          })),
          'ceph-manager',
        ),
        pools: known(
          [{ id: 1, name: 'pool', size, minSize, failureDomain }],
          'ceph-manager',
        ),
        flags: known(
          flag === 'no flag'
            ? []
            : [
                {
                  flag: 'noout',
                  scope: {
                    noout: undefined,
                    'noout on the host': 'worker-01',
                    'noout elsewhere': 'worker-02',
                  }[flag],
                },
              ],
          'ceph-manager',
        ),
      });
      const expected = firstOf(
        [
          [state === 'own down', 'osds-already-down'],
          [size - 1 < minSize, 'osds-pool-too-small'],
          [pods === 'other pods', 'osds-differ'],
          [
            failureDomain === 'osd' || failureDomain === undefined,
            'osds-placement-unknown',
          ],
          [
            flag === 'noout' || flag === 'noout on the host',
            'osds-keep-serving',
          ],
        ],
        'osds-need-noout',
      );
      const { reason } = judge(judgeOsds, { ceph: known([ceph], 'rook') });
      expect([row, reason]).toEqual([row, expected]);
    }
  });

  it('goes by where each placement group lies, where that is told', () => {
    const judgeSets = (acting: number[]) =>
      judge(judgeOsds, {
        ceph: known(
          [
            buildCeph({
              pools: known(
                [{ id: 1, name: 'pool', size: 3, minSize: 2 }],
                'ceph-manager',
              ),
              actingSets: [
                { id: '1.0', state: 'active+clean', acting: [0, 2, 4] },
                { id: '1.1', state: 'active+clean', acting },
              ],
            }),
          ],
          'rook',
        ),
      });
    expect(judgeSets([1, 3, 5]).reason).toBe('osds-need-noout');
    expect(judgeSets([0, 1, 5])).toMatchObject({
      reason: 'osds-groups-would-stop',
      values: { groups: 1 },
    });
  });

  it('does not judge a machine that stands for several hosts, and leaves out pools elsewhere', () => {
    const healthy = buildCeph();
    const osds = healthy.osds.known ? healthy.osds.value : [];
    const several = buildCeph({
      osds: known(
        osds.map(osd => ({ ...osd, crushHost: `claim-${osd.id}` })),
        'ceph-manager',
      ),
    });
    expect(judge(judgeOsds, { ceph: known([several], 'rook') }).reason).toBe(
      'osds-several-hosts',
    );
    const elsewhere = buildCeph({
      pools: known(
        [{ id: 1, name: 'pool', size: 1, minSize: 1, osds: [4] }],
        'ceph-manager',
      ),
    });
    expect(judge(judgeOsds, { ceph: known([elsewhere], 'rook') }).reason).toBe(
      'osds-need-noout',
    );
    expect(
      judge(judgeOsds, { ceph: known([elsewhere], 'rook') }, 'worker-03')
        .reason,
    ).toBe('osds-pool-too-small');
    expect(judge(judgeOsds, {}, 'control-01').reason).toBe('osds-none');
    expect(judge(judgeOsds, { ceph: known([], 'rook') }).reason).toBe(
      'ceph-none',
    );
  });
});

it('keeps a majority of monitors, for one to five and each in quorum or not', () => {
  for (const count of [1, 2, 3, 4, 5]) {
    for (let quorum = 0; quorum < 2 ** count; quorum += 1) {
      const monitors = Array.from({ length: count }, (_none, at) => ({
        name: `m${at}`,
        node: at === 0 ? 'worker-01' : `other-${at}`,
        inQuorum: Math.floor(quorum / 2 ** at) % 2 === 1,
      }));
      const ceph = known(
        [buildCeph({ monitors: known(monitors, 'ceph-manager') })],
        'rook' as const,
      );
      const left = monitors.slice(1).filter(({ inQuorum }) => inQuorum).length;
      expect([monitors, judge(judgeMonitors, { ceph }).reason]).toEqual([
        monitors,
        left > count / 2 ? 'monitors-keep-majority' : 'monitors-majority-lost',
      ]);
      expect(judge(judgeMonitors, { ceph }, 'control-01').reason).toBe(
        'monitors-none',
      );
    }
  }
});

it('needs a manager and metadata servers elsewhere', () => {
  const table = combine(
    [undefined, 'a'],
    [[], ['b']],
    [[], ['files-b']],
    [0, 1],
    ['worker-01', 'worker-02', 'worker-03', 'control-01'],
  );
  for (const row of table) {
    const [active, standbys, servers, failed, node] = row;
    const ceph = buildCeph({
      managers: known({ active, standbys }, 'ceph-manager'),
      filesystems: known(
        [{ name: 'files', standbys: servers, failed }],
        'ceph-manager',
      ),
    });
    const runsManager = node === 'worker-01' || node === 'worker-02';
    const runsServer = node === 'worker-02' || node === 'worker-03';
    const expected = firstOf(
      [
        [!runsManager && !runsServer, 'daemons-none'],
        [failed > 0, 'daemons-failed'],
        [active === undefined, 'daemons-no-manager'],
        [
          (runsManager && standbys.length === 0) ||
            (runsServer && servers.length === 0),
          'daemons-move',
        ],
      ],
      'daemons-remain',
    );
    const { reason } = judge(
      judgeCephDaemons,
      { ceph: known([ceph], 'rook') },
      node,
    );
    expect([row, reason]).toEqual([row, expected]);
  }
});

it.each([
  ['active+clean', 'fine'],
  ['active+clean+scrubbing', 'fine'],
  ['active+clean+scrubbing+deep', 'fine'],
  ['active+clean+snaptrim_wait', 'fine'],
  ['active+clean+inconsistent', 'blocks'],
  ['active+clean+remapped', 'blocks'],
  ['active+undersized+degraded', 'blocks'],
  ['active+recovering', 'blocks'],
  ['clean', 'blocks'],
  ['peering', 'blocks'],
  ['unknown', 'blocks'],
  ['', 'blocks'],
])('takes placement groups in the state %j as %s', (state, expected) => {
  const ceph = buildCeph({
    placementGroups: known([{ state, count: 2 }], 'ceph-manager'),
  });
  expect(resultOf(judge(judgeRecovery, { ceph: known([ceph], 'rook') }))).toBe(
    expected,
  );
  expect(
    resultOf(
      judge(judgeRecovery, { ceph: known([ceph], 'rook') }, 'control-01'),
    ),
  ).toBe('not-applicable');
});

it('looks at how many pods each disruption budget lets go', () => {
  const selector = { matchLabels: { app: 'wiki' }, matchExpressions: [] };
  const wiki = [0, 1, 2].map(at => buildPod('wiki', `wiki-${at}`, 'worker-01'));
  const counts = [undefined, 0, 1, 2, 3];
  for (const allowed of counts) {
    for (const [pods, second] of combine([1, 2, 3], [false, true])) {
      const budget = { namespace: 'wiki', name: 'wiki', selector, allowed };
      const { reason } = judge(judgeBudgets, {
        pods: known(wiki.slice(0, Number(pods))),
        budgets: known([
          budget,
          { ...budget, name: 'other', namespace: 'elsewhere', allowed: 0 },
          { ...budget, name: 'nothing', selector: undefined, allowed: 0 },
          ...(second ? [{ ...budget, name: 'second' }] : []),
        ]),
      });
      const expected = firstOf(
        [
          [allowed === 0, 'budgets-allow-none'],
          [second, 'budgets-overlap'],
          [allowed === undefined, 'budgets-not-counted'],
          [
            allowed !== undefined && Number(pods) > allowed,
            'budgets-one-by-one',
          ],
        ],
        'budgets-allow',
      );
      expect([allowed, pods, second, reason]).toEqual([
        allowed,
        pods,
        second,
        expected,
      ]);
    }
  }
  expect(
    judge(judgeBudgets, {
      pods: known([
        buildPod('wiki', 'wiki-0', 'worker-01', { kind: 'daemon' }),
        buildPod('wiki', 'wiki-1', 'worker-02'),
      ]),
    }).reason,
  ).toBe('budgets-none');
});

it.each([
  ['moves', 'bare-pods-none'],
  ['daemon', 'bare-pods-none'],
  ['static', 'bare-pods-none'],
  ['bare', 'bare-pods-present'],
] as const)('takes a pod that %s as %s', (kind, expected) => {
  const pods = known([buildPod('wiki', 'wiki-0', 'worker-01', { kind })]);
  expect(judge(judgeBarePods, { pods }).reason).toBe(expected);
  expect(judge(judgeBarePods, { pods }, 'worker-02').reason).toBe(
    'bare-pods-none',
  );
});

it('asks where the data of each kind of volume lies', () => {
  const users = [[], [{ namespace: 'wiki', name: 'wiki-0' }]];
  const places = [[], ['worker-01'], ['worker-02'], ['worker-01', 'worker-02']];
  const kinds = [
    'ceph-rbd',
    'cephfs',
    'nfs',
    'local',
    'longhorn',
    'other',
  ] as const;
  for (const kind of kinds) {
    for (const nodes of places) {
      for (const pods of users) {
        const { reason } = judge(judgeLocalVolumes, {
          volumes: known([buildVolume('wiki', { kind, nodes, pods })]),
        });
        const isElsewhere =
          kind === 'ceph-rbd' || kind === 'cephfs' || kind === 'nfs';
        const isHereOnly = nodes.length === 1 && nodes[0] === 'worker-01';
        const isUsed = pods.length > 0;
        const expected = firstOf(
          [
            [isElsewhere, 'local-volumes-none'],
            [nodes.length === 0 && isUsed, 'local-volumes-place-unknown'],
            [isHereOnly && isUsed, 'local-volumes-offline'],
            [isHereOnly, 'local-volumes-unused'],
          ],
          'local-volumes-none',
        );
        expect([kind, nodes, isUsed, reason]).toEqual([
          kind,
          nodes,
          isUsed,
          expected,
        ]);
      }
    }
  }
});

describe('pods that move', () => {
  const arm = (name: string): MachineFacts => {
    const machine = buildMachine(name, 'worker');
    return {
      ...machine,
      labels: { ...machine.labels, 'kubernetes.io/arch': 'arm64' },
    };
  };
  const small = (name: string): MachineFacts => ({
    ...buildMachine(name, 'worker'),
    allocatable: known({ cpu: 1, memory: 2 ** 31, pods: 3 }),
  });
  const worker = (name: string) => buildMachine(name, 'worker');
  const wiki = (more: Partial<PodFacts> = {}) =>
    buildPod('wiki', 'wiki-0', 'worker-01', more);
  const placed = (placement: Partial<PodFacts['placement']>) =>
    wiki({ placement: { ...ANYWHERE, ...placement } });
  const like = { matchLabels: { app: 'wiki' }, matchExpressions: [] };
  const bothArchitectures = [
    [
      {
        key: 'kubernetes.io/arch',
        operator: 'In',
        values: ['amd64', 'arm64'],
      },
    ],
  ];

  it.each<[string, PodFacts[], MachineFacts[], string, string]>([
    [
      'goes to a free machine',
      [wiki()],
      [worker('b')],
      'bound-pods-none',
      'capacity-enough',
    ],
    [
      'has nowhere to go',
      [wiki()],
      [],
      'bound-pods-present',
      'capacity-nothing-moves',
    ],
    [
      'is not for another architecture',
      [wiki()],
      [arm('b')],
      'bound-pods-present',
      'capacity-nothing-moves',
    ],
    [
      'names both architectures',
      [placed({ nodeTerms: bothArchitectures })],
      [arm('b')],
      'bound-pods-none',
      'capacity-enough',
    ],
    [
      'is bound by its selector',
      [placed({ nodeSelector: { disk: 'fast' } })],
      [worker('b')],
      'bound-pods-present',
      'capacity-nothing-moves',
    ],
    [
      'does not tolerate control planes',
      [wiki()],
      [buildMachine('b', 'controlplane')],
      'bound-pods-present',
      'capacity-nothing-moves',
    ],
    [
      'tolerates control planes',
      [placed({ tolerations: [{ operator: 'Exists' }] })],
      [buildMachine('b', 'controlplane')],
      'bound-pods-none',
      'capacity-enough',
    ],
    [
      'tolerates another taint only',
      [placed({ tolerations: [{ key: 'gpu', operator: 'Exists' }] })],
      [buildMachine('b', 'controlplane')],
      'bound-pods-present',
      'capacity-nothing-moves',
    ],
    [
      'is too large',
      [wiki({ requests: { cpu: 2, memory: 0, pods: 1 } })],
      [small('b')],
      'bound-pods-none',
      'capacity-short',
    ],
    [
      'has rules of another kind',
      [placed({ isUnevaluated: true })],
      [worker('b')],
      'bound-pods-rules-unknown',
      'capacity-nothing-moves',
    ],
    [
      'keeps apart from its like',
      [
        placed({
          apart: [{ topologyKey: 'kubernetes.io/hostname', selector: like }],
        }),
        buildPod('wiki', 'wiki-1', 'b'),
      ],
      [worker('b')],
      'bound-pods-none',
      'capacity-short',
    ],
    [
      'keeps apart and finds a machine',
      [
        placed({
          apart: [{ topologyKey: 'kubernetes.io/hostname', selector: like }],
        }),
        buildPod('wiki', 'wiki-1', 'b'),
      ],
      [worker('b'), worker('c')],
      'bound-pods-none',
      'capacity-enough',
    ],
    [
      'would be spread unevenly',
      [
        placed({
          spread: [
            {
              topologyKey: 'kubernetes.io/hostname',
              maxSkew: 1,
              selector: like,
            },
          ],
        }),
        buildPod('wiki', 'wiki-1', 'b'),
      ],
      [worker('b')],
      'bound-pods-none',
      'capacity-short',
    ],
    [
      'may be spread unevenly',
      [
        placed({
          spread: [
            {
              topologyKey: 'kubernetes.io/hostname',
              maxSkew: 2,
              selector: like,
            },
          ],
        }),
        buildPod('wiki', 'wiki-1', 'b'),
      ],
      [worker('b')],
      'bound-pods-none',
      'capacity-enough',
    ],
    [
      'finds the room taken',
      [
        wiki(),
        buildPod('full', 'full-0', 'b', {
          requests: { cpu: 0.9, memory: 0, pods: 1 },
        }),
      ],
      [small('b')],
      'bound-pods-none',
      'capacity-short',
    ],
  ])('%s', (_name, pods, others, bound, capacity) => {
    const more = {
      pods: known(pods),
      machines: known([worker('worker-01'), ...others]),
    };
    expect([
      judge(judgeBoundPods, more).reason,
      judge(judgeCapacity, more).reason,
    ]).toEqual([bound, capacity]);
  });

  it('packs the largest first, and all of them', () => {
    const pods = [0.4, 0.5, 0.6, 0.5].map((cpu, at) =>
      buildPod('wiki', `wiki-${at}`, 'worker-01', {
        requests: { cpu, memory: 0, pods: 1 },
      }),
    );
    const machines = known([worker('worker-01'), small('b'), small('c')]);
    expect(judge(judgeCapacity, { pods: known(pods), machines })).toEqual({
      reason: 'capacity-enough',
      values: { pods: 4, machines: 2 },
    });
    const more = [
      ...pods,
      buildPod('wiki', 'wiki-9', 'worker-01', {
        requests: { cpu: 0.1, memory: 0, pods: 1 },
      }),
    ];
    expect(judge(judgeCapacity, { pods: known(more), machines })).toEqual({
      reason: 'capacity-short',
      subjects: ['wiki/wiki-9'],
    });
  });

  it('leaves pods with their machine that stay there by their nature', () => {
    const volume = buildVolume('wiki', {
      kind: 'local',
      nodes: ['worker-01'],
      pods: [{ namespace: 'wiki', name: 'wiki-0', node: 'worker-01' }],
    });
    const more = {
      pods: known([
        wiki(),
        buildPod('a', 'a', 'worker-01', { kind: 'daemon' }),
        buildPod('b', 'b', 'worker-01', { kind: 'static' }),
        buildPod('rook-ceph', 'rook-ceph-osd-0', 'worker-01', {
          labels: { app: 'rook-ceph-osd', rook_cluster: 'rook-ceph' },
          placement: {
            ...ANYWHERE,
            nodeSelector: { 'kubernetes.io/hostname': 'worker-01' },
          },
        }),
      ]),
      volumes: known([volume]),
      machines: known([worker('worker-01'), worker('b')]),
    };
    expect([
      judge(judgeBoundPods, more).reason,
      judge(judgeCapacity, more).reason,
    ]).toEqual(['bound-pods-none', 'capacity-nothing-moves']);
  });
});

it('wants every other machine up and taking pods', () => {
  const states = combine(
    [known(true), known(false), SILENT],
    [false, true],
    [known(false), known(true), SILENT],
  );
  for (const [ready, cordoned, changing] of states) {
    const machine = {
      ...buildMachine('control-03', 'controlplane'),
      ready,
      cordoned,
      changing,
    };
    const machines = known([
      buildMachine('worker-01', 'worker'),
      ...CONTROL_PLANES.slice(0, 2).map(name =>
        buildMachine(name, 'controlplane'),
      ),
      machine,
    ]);
    const isAway =
      cordoned ||
      (ready.known && !ready.value) ||
      (changing.known && changing.value);
    const expected = firstOf(
      [
        [isAway, 'other-machines'],
        [ready.known && changing.known, 'other-none'],
      ],
      'unread-not-reachable',
    );
    expect(judge(judgeOtherMaintenance, { machines }).reason).toBe(expected);
    // Its own state does not count against it, but must be known.
    expect(
      judge(judgeOtherMaintenance, { machines }, 'control-03').reason,
    ).toBe(
      ready.known && changing.known ? 'other-none' : 'unread-not-reachable',
    );
  }
});
