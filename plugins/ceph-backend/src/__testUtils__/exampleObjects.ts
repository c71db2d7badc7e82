/** Kubernetes objects as an API server sends them, with what matters here. */
export const exampleObjects = {
  node: (
    name: string,
    options: { ready?: boolean; hostname?: string } = {},
  ) => ({
    metadata: {
      name,
      labels: { 'kubernetes.io/hostname': options.hostname ?? name },
    },
    status: {
      conditions: [
        { type: 'Ready', status: options.ready === false ? 'False' : 'True' },
      ],
    },
  }),
  /** A pod of a Deployment that mounts claims of its namespace. */
  pod: (app: string, claims: string[], node = 'node-a') => ({
    metadata: {
      name: `${app}-6b9f7-x1abc`,
      namespace: app,
      labels: {
        'backstage.io/kubernetes-id': app,
        'pod-template-hash': '6b9f7',
      },
      ownerReferences: [
        { kind: 'ReplicaSet', name: `${app}-6b9f7`, controller: true },
      ],
    },
    spec: {
      nodeName: node,
      volumes: claims.map(claimName => ({
        name: claimName,
        persistentVolumeClaim: { claimName },
      })),
    },
    status: { phase: 'Running' },
  }),
  claim: (namespace: string, name: string, annotations = {}) => ({
    metadata: { namespace, name, annotations },
    spec: { volumeName: `pv-${namespace}-${name}` },
    status: { phase: 'Bound' },
  }),
  volume: (namespace: string, name: string, spec: object) => ({
    metadata: { name: `pv-${namespace}-${name}` },
    spec: {
      capacity: { storage: '10Gi' },
      accessModes: ['ReadWriteOnce'],
      claimRef: { namespace, name },
      ...spec,
    },
    status: { phase: 'Bound' },
  }),
  rbd: (clusterId: string, poolId: number, attributes: object = {}) => ({
    csi: {
      driver: 'rook-ceph.rbd.csi.ceph.com',
      volumeHandle: toHandle(clusterId, poolId),
      volumeAttributes: { clusterID: clusterId, ...attributes },
    },
  }),
  cephfs: (clusterId: string, attributes: object) => ({
    csi: {
      driver: 'rook-ceph.cephfs.csi.ceph.com',
      volumeHandle: toHandle(clusterId, 1),
      volumeAttributes: { clusterID: clusterId, ...attributes },
    },
  }),
  local: (node: string) => ({
    storageClassName: 'openebs-hostpath',
    local: { path: '/var/openebs/local/pv' },
    nodeAffinity: {
      required: {
        nodeSelectorTerms: [
          {
            matchExpressions: [
              { key: 'kubernetes.io/hostname', operator: 'In', values: [node] },
            ],
          },
        ],
      },
    },
  }),
  nfs: (server: string) => ({ nfs: { server, path: '/export/pv' } }),
  longhorn: (replicas: number) => ({
    csi: {
      driver: 'driver.longhorn.io',
      volumeHandle: 'pv',
      volumeAttributes: { numberOfReplicas: String(replicas) },
    },
  }),
  /** What Longhorn tells of the volume `pv`, with a whole replica on each of the machines. */
  longhornOf: (nodes: string[], more: { robustness?: string } = {}) => ({
    volumes: [
      {
        metadata: { name: 'pv' },
        spec: { numberOfReplicas: 2 },
        status: {
          state: 'attached',
          robustness: more.robustness ?? 'healthy',
        },
      },
    ],
    replicas: nodes.map(nodeID => toReplica({ nodeID })),
  }),
  replica: toReplica,
} as const;

/** One of Longhorn's volume `pv`. */
function toReplica(spec: object, currentState = 'running') {
  return {
    spec: {
      volumeName: 'pv',
      nodeID: 'node-a',
      healthyAt: '2026-02-01T10:00:00Z',
      failedAt: '',
      active: true,
      ...spec,
    },
    status: { currentState },
  };
}

function toHandle(clusterId: string, location: number): string {
  const hex = (value: number, digits: number) =>
    value.toString(16).padStart(digits, '0');
  return `0001-${hex(clusterId.length, 4)}-${clusterId}-${hex(location, 16)}-11111111-2222-3333-4444-555555555555`;
}

/** A Component as the GitOps module of the catalog writes it. */
export function toComponent(cluster: string, app: string, owner: string) {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: app,
      namespace: 'default',
      annotations: {
        'portal.internal/platform': 'home',
        'portal.internal/cluster': cluster,
        'portal.internal/app': app,
        'backstage.io/kubernetes-id': app,
        'backstage.io/kubernetes-namespace': app,
      },
    },
    spec: { type: 'service', owner },
  };
}
