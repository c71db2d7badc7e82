import type {
  ClusterState,
  MachineDisksList,
  NodeSummary,
} from '@internal/plugin-talos-nodes-common';
import {
  fsid,
  machineName,
  monitorNames,
  osdBytes,
  serialOf,
} from './simulateCeph';
import { size } from './size';

const namespace = 'rook-ceph';
const controlPlanes = 3;
const perMachine = size.osds / size.machines;
const range = (length: number) => Array.from({ length }, (_, index) => index);
const hex = (value: number, digits: number) =>
  value.toString(16).padStart(digits, '0');

export const appName = (index: number) => `app-${index % size.apps}`;

/** The lists of a Kubernetes API that stay as they are, by path. */
export function toLists(): Record<string, object[]> {
  const pods = [
    ...range(size.volumes).map(index => toPod(index, `data-${index}`)),
    ...range(size.otherPods).map(index => toPod(size.volumes + index)),
  ];
  const daemons = [
    ...range(size.osds).map(osd =>
      toDaemon('osd', String(osd), Math.floor(osd / perMachine), {
        'ceph-osd-id': String(osd),
      }),
    ),
    ...monitorNames.map((name, index) =>
      toDaemon('mon', name, index, { mon: name }),
    ),
    ...['active', 'standby'].map((role, index) =>
      toDaemon('mgr', 'ab'[index], index, { mgr_role: role }),
    ),
  ];
  return {
    '/api/v1/nodes': range(size.machines).map(index => ({
      metadata: {
        name: machineName(index),
        labels: { 'kubernetes.io/hostname': machineName(index) },
      },
      status: {
        allocatable: { cpu: '32', memory: '256Gi', pods: '250' },
        conditions: [{ type: 'Ready', status: 'True' }],
      },
    })),
    '/api/v1/pods': [...pods, ...daemons],
    [`/api/v1/namespaces/${namespace}/pods`]: daemons,
    '/api/v1/persistentvolumes': range(size.volumes).map(toVolume),
    '/api/v1/persistentvolumeclaims': range(size.volumes).map(index => ({
      metadata: { namespace: appName(index), name: `data-${index}` },
      status: { phase: 'Bound' },
    })),
    [`/apis/apps/v1/namespaces/${namespace}/deployments`]: [
      ...daemons.map(({ metadata: { name, labels } }) => ({ name, labels })),
      { name: 'rook-ceph-operator', labels: { app: 'rook-ceph-operator' } },
    ].map(({ name, labels }) => ({
      metadata: { name, namespace, labels },
      spec: { replicas: 1 },
      status: { readyReplicas: 1 },
    })),
  };
}

export const cephClustersPath = `/apis/ceph.rook.io/v1/namespaces/${namespace}/cephclusters`;

/** What Rook's operator has just written of Ceph. */
export function toCephClusters() {
  const lastChecked = new Date().toISOString();
  return [
    {
      metadata: { name: 'rook-ceph', namespace },
      status: {
        phase: 'Ready',
        ceph: { health: 'HEALTH_OK', lastChecked, fsid },
      },
    },
  ];
}

/** The pod that Rook runs for one of Ceph's daemons. */
function toDaemon(
  kind: 'osd' | 'mon' | 'mgr',
  id: string,
  machine: number,
  labels: Record<string, string>,
) {
  const name = `rook-ceph-${kind}-${id}`;
  return {
    metadata: {
      name,
      namespace,
      labels: { app: `rook-ceph-${kind}`, ceph_daemon_id: id, ...labels },
      ownerReferences: [{ kind: 'ReplicaSet', name, controller: true }],
    },
    spec: { nodeName: machineName(machine), containers: [{ name: kind }] },
    status: ready,
  };
}

/** `GET /disks` of the talos-nodes plugin. */
export function toDisks(): MachineDisksList['items'] {
  return range(size.machines).map(machine => ({
    platform: 'bench',
    cluster: 'bench',
    node: machineName(machine),
    entityRef: `resource:default/bench.${machineName(machine)}`,
    disks: told(
      range(perMachine).map(index => ({
        name: `nvme${index}n1`,
        class: 'nvme',
        sizeBytes: osdBytes,
        model: told('Fast 512'),
        serial: told(serialOf(machine * perMachine + index)),
        wwid: untold,
        firmware: untold,
        transport: untold,
        system: false,
        readOnly: false,
        partitions: [],
        temperatureCelsius: untold,
        healthy: untold,
      })),
    ),
  }));
}

/** `GET /nodes` of the talos-nodes plugin. */
export function toMachines(): NodeSummary[] {
  return range(size.machines).map(machine => ({
    platform: 'bench',
    cluster: 'bench',
    name: machineName(machine),
    entityRef: `resource:default/bench.${machineName(machine)}`,
    state: 'ready',
    problems: [],
    role: told(machine < controlPlanes ? 'controlplane' : 'worker'),
    addresses: [`10.0.0.${machine + 1}`],
    architecture: told('amd64'),
    manufacturer: untold,
    model: untold,
    cores: untold,
    threads: untold,
    memoryInstalledBytes: untold,
    memoryUsableBytes: untold,
    disks: [],
    talosVersion: untold,
    kubernetesVersion: untold,
    kernelVersion: untold,
    schematic: untold,
    extensions: [],
    unschedulable: told(false),
    taints: [],
  }));
}

/** How reading them goes, and etcd. */
export function toClusterState(): ClusterState {
  const observedAt = new Date().toISOString();
  return {
    platform: 'bench',
    cluster: 'bench',
    sources: [{ source: 'talos', observedAt }],
    etcd: told({
      members: range(controlPlanes).map(machine => ({
        id: String(machine + 1),
        node: machineName(machine),
        learner: false,
        leader: machine === 0,
        databaseBytes: told(1e8),
        errors: [],
      })),
      alarms: told([]),
    }),
  };
}

/** Components, as the GitOps module of the catalog writes them. */
export function toComponents() {
  return range(size.apps).map(index => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: appName(index),
      namespace: 'default',
      annotations: {
        'portal.internal/platform': 'bench',
        'portal.internal/cluster': 'bench',
        'backstage.io/kubernetes-id': appName(index),
        'backstage.io/kubernetes-namespace': appName(index),
      },
    },
    spec: { type: 'service', owner: `group:default/team-${index % 10}` },
  }));
}

const ready = {
  phase: 'Running',
  conditions: [{ type: 'Ready', status: 'True' }],
};
const untold = { known: false, reason: 'not-reported' } as const;

function told<T>(value: T) {
  return { known: true, value, source: 'talos' } as const;
}

function toPod(index: number, claimName?: string) {
  const app = appName(index);
  return {
    metadata: {
      name: `${app}-${index}`,
      namespace: app,
      labels: { 'backstage.io/kubernetes-id': app },
      ownerReferences: [{ kind: 'ReplicaSet', name: app, controller: true }],
    },
    spec: {
      nodeName: machineName(index % size.machines),
      containers: [
        {
          name: 'main',
          resources: { requests: { cpu: '100m', memory: '256Mi' } },
        },
      ],
      volumes: claimName
        ? [{ name: 'data', persistentVolumeClaim: { claimName } }]
        : [],
    },
    status: ready,
  };
}

/** Nine of ten on Ceph, the others on one machine. */
function toVolume(index: number) {
  const pool = index % size.pools;
  return {
    metadata: { name: `pv-${index}` },
    spec: {
      capacity: { storage: '10Gi' },
      accessModes: ['ReadWriteOnce'],
      claimRef: { namespace: appName(index), name: `data-${index}` },
      ...(index % 10 === 0
        ? {
            local: { path: `/var/openebs/local/pv-${index}` },
            nodeAffinity: {
              required: {
                nodeSelectorTerms: [
                  {
                    matchExpressions: [
                      {
                        key: 'kubernetes.io/hostname',
                        operator: 'In',
                        values: [machineName(index % size.machines)],
                      },
                    ],
                  },
                ],
              },
            },
          }
        : {
            csi: {
              driver: 'rook-ceph.rbd.csi.ceph.com',
              volumeHandle: `0001-${hex(namespace.length, 4)}-${namespace}-${hex(pool + 1, 16)}-${hex(index, 36)}`,
              volumeAttributes: { clusterID: namespace, pool: `pool-${pool}` },
            },
          }),
    },
    status: { phase: 'Bound' },
  };
}
