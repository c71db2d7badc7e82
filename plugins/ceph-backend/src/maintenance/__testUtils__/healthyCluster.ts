import type {
  AppReference,
  Reading,
  StorageSource,
  Volume,
} from '@internal/plugin-ceph-common';
import type { CephFacts } from '../facts/CephFacts';
import type { ClusterFacts } from '../facts/ClusterFacts';
import type { MachineFacts } from '../facts/MachineFacts';
import type { PodFacts } from '../facts/PodFacts';
import type { Placement } from '../placement/Placement';

export const OBSERVED_AT = '2026-01-02T03:04:05.000Z';

export function known<T>(
  value: T,
  source: StorageSource = 'kubernetes',
): Reading<T> {
  return { known: true, value, source, observedAt: OBSERVED_AT };
}

export const CONTROL_PLANES = ['control-01', 'control-02', 'control-03'];
export const WORKERS = ['worker-01', 'worker-02', 'worker-03'];

export const ANYWHERE: Placement = {
  nodeSelector: {},
  tolerations: [],
  apart: [],
  spread: [],
  isUnevaluated: false,
};

export function buildMachine(
  name: string,
  role: 'controlplane' | 'worker',
): MachineFacts {
  return {
    name,
    address: `10.0.0.${name.charCodeAt(0)}${name.at(-1)}`,
    role: known(role, 'talos'),
    ready: known(true),
    cordoned: false,
    changing: known(false, 'talos'),
    labels: { 'kubernetes.io/arch': 'amd64', 'kubernetes.io/hostname': name },
    taints:
      role === 'controlplane'
        ? [
            {
              key: 'node-role.kubernetes.io/control-plane',
              value: '',
              effect: 'NoSchedule',
            },
          ]
        : [],
    allocatable: known({ cpu: 8, memory: 16 * 2 ** 30, pods: 110 }),
    schematic: 'f'.repeat(64),
  };
}

export function buildApp(name: string): AppReference {
  return {
    name,
    namespace: name,
    entityRef: `component:default/${name}`,
    owner: 'group:default/atlas',
  };
}

export function buildPod(
  namespace: string,
  name: string,
  node: string,
  more: Partial<PodFacts> = {},
): PodFacts {
  return {
    namespace,
    name,
    node,
    labels: { app: namespace },
    kind: 'moves',
    ready: true,
    app: buildApp(namespace),
    requests: { cpu: 0.5, memory: 2 ** 30, pods: 1 },
    placement: ANYWHERE,
    hostPorts: [],
    hostFolders: [],
    ...more,
  };
}

export function buildVolume(
  name: string,
  more: Partial<Volume> & Pick<Volume, 'kind'>,
): Volume {
  return {
    platform: 'pitower',
    cluster: 'pitower',
    name,
    sizeBytes: 2 ** 30,
    phase: 'Bound',
    accessModes: ['ReadWriteOnce'],
    claim: { namespace: name, name: 'data' },
    pods: [],
    attachedTo: [],
    apps: [buildApp(name)],
    state: 'ok',
    redundancy: { known: false, reason: 'not-reported' },
    nodes: [],
    freeBytes: { known: false, reason: 'not-reported' },
    ...more,
  };
}

/** Two OSDs and one monitor on each worker, three copies of which two are needed. */
export function buildCeph(more: Partial<CephFacts> = {}): CephFacts {
  return {
    name: 'rook-ceph',
    namespace: 'rook-ceph',
    sources: [
      { source: 'rook', state: 'fresh', observedAt: OBSERVED_AT },
      { source: 'ceph-manager', state: 'fresh', observedAt: OBSERVED_AT },
    ],
    osds: known(
      WORKERS.flatMap((node, host) =>
        [0, 1].map(disk => ({
          id: host * 2 + disk,
          node,
          crushHost: node,
          up: true,
          in: true,
        })),
      ),
      'ceph-manager',
    ),
    pools: known(
      [
        {
          id: 1,
          name: 'replicapool',
          size: 3,
          minSize: 2,
          failureDomain: 'host',
          osds: [0, 1, 2, 3, 4, 5],
        },
      ],
      'ceph-manager',
    ),
    placementGroups: known(
      [
        { state: 'active+clean', count: 60 },
        { state: 'active+clean+scrubbing+deep', count: 1 },
      ],
      'ceph-manager',
    ),
    monitors: known(
      ['a', 'b', 'c'].map((name, host) => ({
        name,
        node: WORKERS[host],
        inQuorum: true,
      })),
      'ceph-manager',
    ),
    managers: known({ active: 'a', standbys: ['b'] }, 'ceph-manager'),
    filesystems: known(
      [{ name: 'files', standbys: ['files-b'], failed: 0 }],
      'ceph-manager',
    ),
    flags: known([], 'ceph-manager'),
    warnings: known([], 'ceph-manager'),
    ...more,
  };
}

function buildCephPods(): PodFacts[] {
  const daemon = (
    kind: string,
    name: string,
    node: string,
    labels: Record<string, string>,
    isPinned: boolean,
  ) =>
    buildPod('rook-ceph', `rook-ceph-${kind}-${name}`, node, {
      labels: {
        app: `rook-ceph-${kind}`,
        rook_cluster: 'rook-ceph',
        ...labels,
      },
      placement: isPinned
        ? { ...ANYWHERE, nodeSelector: { 'kubernetes.io/hostname': node } }
        : ANYWHERE,
    });
  return [
    ...WORKERS.flatMap((node, host) => [
      ...[0, 1].map(disk => {
        const id = String(host * 2 + disk);
        return daemon('osd', id, node, { 'ceph-osd-id': id }, true);
      }),
      daemon('mon', 'abc'[host], node, { mon: 'abc'[host] }, true),
    ]),
    daemon('mgr', 'a', WORKERS[0], {}, false),
    daemon('mgr', 'b', WORKERS[1], {}, false),
    daemon('mds', 'files-a', WORKERS[1], {}, false),
    daemon('mds', 'files-b', WORKERS[2], {}, false),
  ];
}

/** Three control planes and three workers with Ceph, on which everything is well: each may go down after steps, or at once. */
export function buildHealthyCluster(
  more: Partial<ClusterFacts> = {},
): ClusterFacts {
  return {
    platform: 'pitower',
    cluster: 'pitower',
    sources: [
      { source: 'kubernetes', state: 'fresh', observedAt: OBSERVED_AT },
      { source: 'talos', state: 'fresh', observedAt: OBSERVED_AT },
    ],
    machines: known([
      ...CONTROL_PLANES.map(name => buildMachine(name, 'controlplane')),
      ...WORKERS.map(name => buildMachine(name, 'worker')),
    ]),
    etcd: known(
      {
        members: CONTROL_PLANES.map((node, position) => ({
          node,
          learner: false,
          leader: position === 0,
          healthy: known(true, 'talos'),
        })),
        alarms: [],
      },
      'talos',
    ),
    pods: known([
      ...buildCephPods(),
      ...CONTROL_PLANES.map(node =>
        buildPod('kube-system', `kube-apiserver-${node}`, node, {
          kind: 'static',
        }),
      ),
      buildPod('wiki', 'wiki-0', 'worker-01'),
      buildPod('wiki', 'wiki-1', 'worker-02'),
      buildPod('paperless', 'paperless-0', 'worker-03'),
    ]),
    budgets: known([
      {
        namespace: 'wiki',
        name: 'wiki',
        selector: { matchLabels: { app: 'wiki' }, matchExpressions: [] },
        allowed: 1,
      },
    ]),
    volumes: known([
      buildVolume('paperless', {
        kind: 'ceph-rbd',
        nodes: WORKERS,
        ceph: {
          cluster: 'pitower',
          name: 'rook-ceph',
          entityRef: 'resource:default/pitower.rook-ceph',
          pool: 'replicapool',
        },
        pods: [
          { namespace: 'paperless', name: 'paperless-0', node: 'worker-03' },
        ],
      }),
      buildVolume('wiki', {
        kind: 'longhorn',
        nodes: ['worker-01', 'worker-02'],
        pods: [{ namespace: 'wiki', name: 'wiki-0', node: 'worker-01' }],
      }),
    ]),
    guestVolumes: known([]),
    ceph: known([buildCeph()]),
    ...more,
  };
}
