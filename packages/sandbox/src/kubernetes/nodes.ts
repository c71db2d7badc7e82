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

/** The Node object of a machine, ready since `now`. */
export function toNode(
  node: SimulatedNode,
  versions: { kubernetes: string; talos: string },
  now: string,
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
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: { name: node.name, labels: toNodeLabels(node) },
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
        condition('MemoryPressure', 'False', 'KubeletHasSufficientMemory'),
        condition('DiskPressure', 'False', 'KubeletHasNoDiskPressure'),
        condition('PIDPressure', 'False', 'KubeletHasSufficientPID'),
        condition('Ready', 'True', 'KubeletReady'),
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
