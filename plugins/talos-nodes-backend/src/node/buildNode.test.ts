import type { Node } from '@internal/gitops-model';
import { nodeSchema } from '../kubernetes/KubernetesNode';
import { toKubernetesFacts } from '../kubernetes/toKubernetesFacts';
import { unreadMachine, unreadWatched } from '../machine/unreadMachine';
import { buildNode } from './buildNode';
import type { NodeSources } from './NodeSources';

const at = '2026-03-01T10:00:00.000Z';
const failure = { since: at, reason: 'It does not answer.' };

function kubernetesFacts(ready: 'True' | 'False' | 'Unknown') {
  const node = nodeSchema.parse({
    metadata: { name: 'worker-01', labels: { zone: 'attic' } },
    status: {
      addresses: [{ type: 'InternalIP', address: '192.168.0.201' }],
      conditions: [{ type: 'Ready', status: ready, message: 'So it is' }],
      nodeInfo: { osImage: 'Talos (v1.12.4)' },
    },
  });
  return node && toKubernetesFacts(node);
}

function talosSource(stage: string, isReady = true): NodeSources['talos'] {
  return {
    observedAt: at,
    isOwnFailure: false,
    reading: unreadMachine('not-reported'),
    watched: {
      ...unreadWatched('not-reported'),
      machineStatuses: {
        known: true,
        items: [
          {
            id: 'machine',
            spec: {
              stage,
              status: {
                ready: isReady,
                unmetConditions: isReady
                  ? []
                  : [{ name: 'time', reason: 'not synchronised' }],
              },
            },
          },
        ],
      },
    },
  };
}

const healthy = (): NodeSources => ({
  platform: 'home',
  cluster: 'pitower',
  name: 'worker-01',
  talos: talosSource('running'),
  kubernetes: { observedAt: at, facts: kubernetesFacts('True') },
});

const kubernetesAlone = (ready: 'True' | 'False' | 'Unknown'): NodeSources => ({
  ...healthy(),
  talos: undefined,
  kubernetes: { observedAt: at, facts: kubernetesFacts(ready) },
});

it.each<[string, string, Partial<NodeSources>]>([
  ['all is well', 'ready', {}],
  ['Talos says why not', 'not-ready', { talos: talosSource('running', false) }],
  ['it is upgraded', 'changing', { talos: talosSource('upgrading', false) }],
  ['Talos knows no stage', 'unknown', { talos: talosSource('unknown') }],
  [
    'Kubernetes says no',
    'not-ready',
    { kubernetes: { observedAt: at, facts: kubernetesFacts('False') } },
  ],
  [
    'its kubelet is silent',
    'not-ready',
    { kubernetes: { observedAt: at, facts: kubernetesFacts('Unknown') } },
  ],
  [
    'it does not answer',
    'unreachable',
    {
      talos: {
        isOwnFailure: true,
        failure,
        watched: unreadWatched('not-reachable'),
      },
    },
  ],
  [
    'no endpoint answers',
    'unknown',
    {
      talos: {
        isOwnFailure: false,
        failure,
        watched: unreadWatched('not-reachable'),
      },
    },
  ],
  [
    'Kubernetes does not answer',
    'unknown',
    { kubernetes: { failure, facts: kubernetesFacts('True') } },
  ],
  ['Kubernetes alone, ready', 'ready', kubernetesAlone('True')],
  ['Kubernetes alone, not ready', 'not-ready', kubernetesAlone('False')],
  ['Kubernetes alone, silent', 'unreachable', kubernetesAlone('Unknown')],
  ['nobody knows it', 'unknown', { talos: undefined, kubernetes: undefined }],
])('decides the state where %s', (_case, state, sources) => {
  expect(buildNode({ ...healthy(), ...sources }).state).toBe(state);
});

it('says why a machine is not ready', () => {
  const { problems } = buildNode({
    ...healthy(),
    talos: talosSource('running', false),
    kubernetes: { observedAt: at, facts: kubernetesFacts('False') },
  });
  expect(problems).toEqual([
    'time: not synchronised',
    'Ready is False: So it is',
  ]);
  expect(buildNode(healthy()).problems).toEqual([]);
});

it('compares with what the repository says', () => {
  const desired: Node = {
    cluster: 'pitower',
    source: { file: 'talos/worker-01.yaml', line: 3 },
    name: 'worker-01',
    address: '192.168.0.209/24',
    role: 'worker',
    installImage: `factory.talos.dev/installer/${'ab'.repeat(32)}:v1.12.6`,
    addresses: [],
    taints: [],
    labels: { zone: 'cellar', rack: '1' },
  };
  const { git } = buildNode({
    ...healthy(),
    git: { desired: { node: desired, url: 'https://forge.example/line' } },
  });
  expect(git).toEqual({
    file: 'talos/worker-01.yaml',
    line: 3,
    url: 'https://forge.example/line',
    // The schematic is not known of the machine, so it deviates from nothing.
    deviations: [
      { field: 'talosVersion', desired: 'v1.12.6', actual: 'v1.12.4' },
      { field: 'label zone', desired: 'cellar', actual: 'attic' },
      { field: 'label rack', desired: '1', actual: '' },
      {
        field: 'address',
        desired: '192.168.0.209',
        actual: '192.168.0.201',
      },
    ],
  });
});
