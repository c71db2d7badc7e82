import type { MachineChanged } from '../world/events';
import type { KubernetesObject } from './KubernetesObject';
import type { NewObject } from './ObjectStore';
import { type Condition, withTransitionTimes } from './workloads/conditions';

/** One machine of a simulated cluster. */
export interface SimulatedNode {
  name: string;
  /** Absent for the one whose address nobody wrote down. */
  address?: string;
  role: 'control-plane' | 'worker';
  arch: 'amd64' | 'arm64';
  cpu: string;
  memoryGibibytes: number;
  /** Of a control plane: takes pods like any other machine. */
  schedulable?: boolean;
  labels?: Record<string, string>;
  /** What people wrote to it. */
  annotations?: Record<string, string>;
  /** Has a graphics processor, and takes only pods that tolerate that. */
  dedicated?: boolean;
}

const gibibytes = (count: number) => `${count * 1024 * 1024}Ki`;

function toNodeLabels(node: SimulatedNode): Record<string, string> {
  return {
    'beta.kubernetes.io/arch': node.arch,
    'beta.kubernetes.io/os': 'linux',
    'kubernetes.io/arch': node.arch,
    'kubernetes.io/hostname': node.name,
    'kubernetes.io/os': 'linux',
    ...(node.role === 'control-plane' && {
      'node-role.kubernetes.io/control-plane': '',
    }),
    ...(node.dedicated && { 'nvidia.com/gpu.present': 'true' }),
    ...node.labels,
  };
}

/** How a machine is, as far as its Node tells it. */
export interface NodeState extends Pick<
  MachineChanged,
  'kubelet' | 'labels' | 'annotations'
> {
  /** Somebody cordoned it. */
  unschedulable?: boolean;
}

const readyConditions: Record<
  MachineChanged['kubelet'],
  Pick<Condition, 'status' | 'reason'>
> = {
  ready: { status: 'True', reason: 'KubeletReady' },
  'not-ready': { status: 'False', reason: 'KubeletNotReady' },
  silent: { status: 'Unknown', reason: 'NodeStatusUnknown' },
};

/** The Node object of a machine, in its state at `now`. */
export function toNode(
  node: SimulatedNode,
  versions: { kubernetes: string; talos: string },
  now: string,
  state: NodeState = { kubelet: 'ready', labels: {}, annotations: {} },
  previous?: KubernetesObject,
): NewObject {
  const capacity = {
    cpu: node.cpu,
    memory: gibibytes(node.memoryGibibytes),
    pods: '110',
    'ephemeral-storage': gibibytes(200),
    ...(node.dedicated && { 'nvidia.com/gpu': '1' }),
  };
  const condition = (
    type: string,
    status: Condition['status'],
    reason: string,
  ): Condition => ({ type, status, reason, lastHeartbeatTime: now });
  const ready = readyConditions[state.kubelet];
  const pressure = (type: string, reason: string) =>
    state.kubelet === 'silent'
      ? condition(type, 'Unknown', 'NodeStatusUnknown')
      : condition(type, 'False', reason);
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: {
      name: node.name,
      labels: { ...toNodeLabels(node), ...state.labels },
      annotations: { ...node.annotations, ...state.annotations },
    },
    spec: {
      ...(state.unschedulable && { unschedulable: true }),
      taints: toTaints(node, state, now),
    },
    status: {
      addresses: [
        ...(node.address
          ? [{ type: 'InternalIP', address: node.address }]
          : []),
        { type: 'Hostname', address: node.name },
      ],
      capacity,
      allocatable: toAllocatable(node, capacity),
      conditions: withTransitionTimes(
        [
          pressure('MemoryPressure', 'KubeletHasSufficientMemory'),
          pressure('DiskPressure', 'KubeletHasNoDiskPressure'),
          pressure('PIDPressure', 'KubeletHasSufficientPID'),
          condition('Ready', ready.status, ready.reason),
        ],
        previous,
        now,
      ),
      nodeInfo: {
        architecture: node.arch,
        operatingSystem: 'linux',
        osImage: `Talos (${versions.talos})`,
        kernelVersion: '6.18.18-talos',
        containerRuntimeVersion: 'containerd://2.1.6',
        kubeletVersion: versions.kubernetes,
        kubeProxyVersion: '',
      },
    },
  };
}

/** What keeps pods away: the role, the equipment, and the state of the node. */
function toTaints(
  node: SimulatedNode,
  { kubelet, unschedulable }: NodeState,
  now: string,
) {
  const troubled = {
    ready: undefined,
    'not-ready': 'not-ready',
    silent: 'unreachable',
  };
  const trouble = troubled[kubelet];
  const taints = [
    ...(node.role === 'control-plane' && !node.schedulable
      ? [
          {
            key: 'node-role.kubernetes.io/control-plane',
            effect: 'NoSchedule',
          },
        ]
      : []),
    ...(node.dedicated
      ? [{ key: 'nvidia.com/gpu', value: 'present', effect: 'NoSchedule' }]
      : []),
    ...(unschedulable
      ? [
          {
            key: 'node.kubernetes.io/unschedulable',
            effect: 'NoSchedule',
            timeAdded: now,
          },
        ]
      : []),
    ...(trouble
      ? ['NoSchedule', 'NoExecute'].map(effect => ({
          key: `node.kubernetes.io/${trouble}`,
          effect,
          timeAdded: now,
        }))
      : []),
  ];
  return taints.length > 0 ? taints : undefined;
}

/** What is left for pods: Talos keeps some for itself, more on a control plane. */
function toAllocatable(
  node: SimulatedNode,
  capacity: Record<string, string>,
): Record<string, string> {
  const reservedMebibytes = (node.role === 'control-plane' ? 512 : 192) + 100;
  return {
    ...capacity,
    cpu: `${Number(node.cpu) * 1_000 - 50}m`,
    memory: `${(node.memoryGibibytes * 1024 - reservedMebibytes) * 1024}Ki`,
  };
}
