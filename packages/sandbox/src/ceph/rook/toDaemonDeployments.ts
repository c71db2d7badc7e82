import type { Manifest } from '../../kubernetes/KubernetesObject';
import { toCrushName } from '../model/Osd';
import type { SimulatedCeph } from '../model/SimulatedCeph';
import { type Daemon, listDaemons } from './daemons';
import { rookNamespace } from './toCephCluster';

const requests: Record<Daemon['kind'], Record<string, string>> = {
  mon: { cpu: '200m', memory: '1Gi' },
  mgr: { cpu: '200m', memory: '512Mi' },
  mds: { cpu: '200m', memory: '1Gi' },
  osd: { cpu: '500m', memory: '2Gi' },
};

/** One Deployment for each daemon; one that somebody ended has no pods. */
export function toDaemonDeployments(ceph: SimulatedCeph): Manifest[] {
  return listDaemons(ceph).map(daemon => {
    const labels = toLabels(ceph, daemon);
    return toDeployment({
      name: daemon.deployment,
      labels,
      selector: {
        app: labels.app,
        ceph_daemon_id: daemon.id,
        rook_cluster: rookNamespace,
      },
      replicas: ceph.isStopped(daemon.name) ? 0 : 1,
      node: daemon.node,
      container: {
        name: daemon.kind,
        image: `quay.io/ceph/ceph:v${ceph.definition.release.version}`,
        env: toEnvironment(ceph, daemon),
        resources: { requests: requests[daemon.kind] },
      },
    });
  });
}

/** Rook's operator; it has no machine of its own. */
export function toOperatorDeployment(rook: string, runs: boolean): Manifest {
  const labels = { app: 'rook-ceph-operator' };
  return toDeployment({
    name: 'rook-ceph-operator',
    labels: { ...labels, operator: 'rook', 'storage-backend': 'ceph' },
    selector: labels,
    replicas: runs ? 1 : 0,
    container: {
      name: 'rook-ceph-operator',
      image: `docker.io/rook/ceph:${rook}`,
      env: [],
      resources: { requests: { cpu: '200m', memory: '128Mi' } },
    },
  });
}

function toLabels(
  { definition }: SimulatedCeph,
  { kind, id, node }: Daemon,
): Record<string, string> & { app: string } {
  const app = `rook-ceph-${kind}`;
  const common = {
    app,
    'app.kubernetes.io/component': 'cephclusters.ceph.rook.io',
    'app.kubernetes.io/created-by': 'rook-ceph-operator',
    'app.kubernetes.io/instance': id,
    'app.kubernetes.io/managed-by': 'rook-ceph-operator',
    'app.kubernetes.io/name': `ceph-${kind}`,
    'app.kubernetes.io/part-of': rookNamespace,
    ceph_daemon_id: id,
    ceph_daemon_type: kind,
    rook_cluster: rookNamespace,
    [kind]: id,
  };
  if (kind === 'mds') {
    return { ...common, rook_file_system: definition.filesystem };
  }
  if (kind !== 'osd') {
    return common;
  }
  const host = toCrushName(node);
  return {
    ...common,
    'ceph-osd-id': id,
    'device-class': 'ssd',
    'failure-domain': host,
    'osd-store': 'bluestore',
    portable: 'false',
    'topology-location-host': host,
    'topology-location-root': 'default',
  };
}

function toEnvironment({ devices }: SimulatedCeph, { kind, id, node }: Daemon) {
  const device = kind === 'osd' ? devices[Number(id)] : undefined;
  const values: Record<string, string> = {
    ...(device && {
      ROOK_NODE_NAME: node,
      ROOK_OSD_ID: id,
      ROOK_OSD_UUID: device.osdUuid,
      ROOK_OSD_STORE_TYPE: 'bluestore',
      ROOK_OSD_DEVICE_CLASS: 'ssd',
      ROOK_BLOCK_PATH: `/dev/${device.name}`,
      ROOK_CV_MODE: 'raw',
      ROOK_PVC_BACKED_OSD: 'false',
    }),
  };
  return [
    ...Object.entries(values).map(([name, value]) => ({ name, value })),
    {
      name: 'NODE_NAME',
      valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } },
    },
    {
      name: 'POD_NAME',
      valueFrom: { fieldRef: { fieldPath: 'metadata.name' } },
    },
    {
      name: 'POD_NAMESPACE',
      valueFrom: { fieldRef: { fieldPath: 'metadata.namespace' } },
    },
  ];
}

function toDeployment(about: {
  name: string;
  labels: Record<string, string>;
  selector: Record<string, string>;
  replicas: number;
  node?: string;
  container: Record<string, unknown>;
}): Manifest {
  const { name, labels, selector, replicas, node, container } = about;
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace: rookNamespace, labels },
    spec: {
      replicas,
      selector: { matchLabels: selector },
      strategy: { type: 'Recreate' },
      template: {
        metadata: { labels },
        spec: {
          serviceAccountName: 'rook-ceph-default',
          ...(node !== undefined && {
            nodeSelector: { 'kubernetes.io/hostname': node },
            tolerations: [
              {
                key: 'node.kubernetes.io/unreachable',
                operator: 'Exists',
                effect: 'NoExecute',
                tolerationSeconds: 5,
              },
            ],
          }),
          containers: [container],
        },
      },
    },
  };
}
