import {
  ANYWHERE,
  buildMachine,
  buildPod,
  buildVolume,
  known,
} from '../__testUtils__/healthyCluster';
import { judgeInput } from '../__testUtils__/judgeInput';
import type { MachineFacts } from '../facts/MachineFacts';
import type { PodFacts } from '../facts/PodFacts';
import { judgeBoundPods } from './judgeBoundPods';
import { judgeCapacity } from './judgeCapacity';

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
    [
      'wants a port of the machine that is taken',
      [
        wiki({ hostPorts: ['TCP/443'] }),
        buildPod('edge', 'edge-b', 'b', {
          kind: 'daemon',
          hostPorts: ['TCP/80', 'TCP/443'],
        }),
      ],
      [worker('b')],
      'bound-pods-none',
      'capacity-short',
    ],
    [
      'finds its port free',
      [
        wiki({ hostPorts: ['TCP/443'] }),
        buildPod('edge', 'edge-b', 'b', { hostPorts: ['UDP/443'] }),
      ],
      [worker('b')],
      'bound-pods-none',
      'capacity-enough',
    ],
    [
      'wants the port that another takes along',
      [
        wiki({ hostPorts: ['TCP/443'] }),
        buildPod('wiki', 'wiki-1', 'worker-01', { hostPorts: ['TCP/443'] }),
      ],
      [worker('b')],
      'bound-pods-none',
      'capacity-short',
    ],
  ])('%s', (_name, pods, others, bound, capacity) => {
    const more = {
      pods: known(pods),
      machines: known([worker('worker-01'), ...others]),
    };
    expect([
      judgeInput(judgeBoundPods, more).reason,
      judgeInput(judgeCapacity, more).reason,
    ]).toEqual([bound, capacity]);
  });

  it('packs the largest first, and all of them', () => {
    const pods = [0.4, 0.5, 0.6, 0.5].map((cpu, at) =>
      buildPod('wiki', `wiki-${at}`, 'worker-01', {
        requests: { cpu, memory: 0, pods: 1 },
      }),
    );
    const machines = known([worker('worker-01'), small('b'), small('c')]);
    expect(judgeInput(judgeCapacity, { pods: known(pods), machines })).toEqual({
      reason: 'capacity-enough',
      values: { pods: 4, machines: 2 },
    });
    const more = [
      ...pods,
      buildPod('wiki', 'wiki-9', 'worker-01', {
        requests: { cpu: 0.1, memory: 0, pods: 1 },
      }),
    ];
    expect(judgeInput(judgeCapacity, { pods: known(more), machines })).toEqual({
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
      judgeInput(judgeBoundPods, more).reason,
      judgeInput(judgeCapacity, more).reason,
    ]).toEqual(['bound-pods-none', 'capacity-nothing-moves']);
  });
});
