import type { NewObject } from './ObjectStore';

interface SimulatedNode {
  name: string;
  /** Absent for the one whose address nobody wrote down. */
  address?: string;
  role: 'control-plane' | 'worker';
  arch: 'amd64' | 'arm64';
  cpu: string;
  memory: string;
  /** Takes only pods that ask for it by node selector. */
  dedicated?: boolean;
}

const gibibytes = (count: number) => `${count * 1024 * 1024}Ki`;

const controlPlane = (last: number): SimulatedNode => ({
  name: `talos-cp-${last}`,
  address: `192.168.0.${last}`,
  role: 'control-plane',
  arch: 'amd64',
  cpu: '4',
  memory: gibibytes(16),
});

const worker = (last: number): SimulatedNode => ({
  name: `talos-wk-${last}`,
  address: `192.168.0.${last}`,
  role: 'worker',
  arch: 'amd64',
  cpu: '12',
  memory: gibibytes(64),
});

/** The machines of the cluster `edgit`. */
export const simulatedNodes: SimulatedNode[] = [
  ...[100, 101, 102].map(controlPlane),
  ...[103, 104, 150, 151].map(worker),
  {
    name: 'gx10',
    role: 'worker',
    arch: 'arm64',
    cpu: '20',
    memory: gibibytes(128),
    dedicated: true,
  },
];

export function toNodeLabels(node: SimulatedNode): Record<string, string> {
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
  };
}

export function toNode(node: SimulatedNode, now: string): NewObject {
  const capacity = {
    cpu: node.cpu,
    memory: node.memory,
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
        node.role === 'control-plane'
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
        osImage: 'Talos (v1.12.6)',
        kernelVersion: '6.18.18-talos',
        containerRuntimeVersion: 'containerd://2.1.6',
        kubeletVersion: 'v1.35.3',
        kubeProxyVersion: '',
      },
    },
  };
}
