import type { MachineChanged } from '../world/events';
import type { NewObject } from './ObjectStore';

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
  /** Takes only pods that ask for it by node selector. */
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
export type NodeState = Pick<
  MachineChanged,
  'kubelet' | 'labels' | 'annotations'
>;

const readyConditions = {
  ready: { status: 'True', reason: 'KubeletReady' },
  'not-ready': { status: 'False', reason: 'KubeletNotReady' },
  silent: { status: 'Unknown', reason: 'NodeStatusUnknown' },
};

/** The Node object of a machine, in its state since `now`. */
export function toNode(
  node: SimulatedNode,
  versions: { kubernetes: string; talos: string },
  now: string,
  state: NodeState = { kubelet: 'ready', labels: {}, annotations: {} },
): NewObject {
  const capacity = {
    cpu: node.cpu,
    memory: gibibytes(node.memoryGibibytes),
    pods: '110',
    'ephemeral-storage': gibibytes(200),
    ...(node.dedicated && { 'nvidia.com/gpu': '1' }),
  };
  const condition = (type: string, status: string, reason: string) => ({
    type,
    status,
    reason,
    lastHeartbeatTime: now,
    lastTransitionTime: now,
  });
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
      annotations: state.annotations,
    },
    spec: {
      taints:
        node.role === 'control-plane' && !node.schedulable
          ? [
              {
                key: 'node-role.kubernetes.io/control-plane',
                effect: 'NoSchedule',
              },
            ]
          : undefined,
    },
    status: {
      addresses: [
        ...(node.address
          ? [{ type: 'InternalIP', address: node.address }]
          : []),
        { type: 'Hostname', address: node.name },
      ],
      capacity,
      allocatable: capacity,
      conditions: [
        pressure('MemoryPressure', 'KubeletHasSufficientMemory'),
        pressure('DiskPressure', 'KubeletHasNoDiskPressure'),
        pressure('PIDPressure', 'KubeletHasSufficientPID'),
        condition('Ready', ready.status, ready.reason),
      ],
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
