import type { NewObject } from '../../kubernetes/ObjectStore';
import type { SimulatedCeph } from '../model/SimulatedCeph';
import type { CephReport } from './CephReport';

/** Where everything of Rook lies. */
export const rookNamespace = 'rook-ceph';

/** The CephCluster of a cluster that Rook itself runs. */
export function toCephCluster(
  { definition, devices }: SimulatedCeph,
  report: CephReport,
  { since, intervalSeconds }: { since: string; intervalSeconds: number },
): NewObject {
  const { release } = definition;
  const image = `quay.io/ceph/ceph:v${release.version}`;
  return {
    apiVersion: 'ceph.rook.io/v1',
    kind: 'CephCluster',
    metadata: { name: rookNamespace, namespace: rookNamespace },
    spec: {
      cephVersion: { image },
      dataDirHostPath: '/var/lib/rook',
      mon: { count: 3, allowMultiplePerNode: false },
      mgr: { count: 2 },
      dashboard: { enabled: true, ssl: false },
      monitoring: { enabled: true },
      disruptionManagement: { managePodBudgets: true },
      healthCheck: toHealthCheck(intervalSeconds),
      storage: {
        useAllNodes: false,
        useAllDevices: false,
        nodes: devices.map(({ node, name }) => ({
          name: node,
          devices: [{ name: `/dev/${name}` }],
        })),
      },
    },
    status: {
      state: 'Created',
      phase: 'Ready',
      message: 'Cluster created successfully',
      observedGeneration: 1,
      conditions: [
        toCondition('Ready', {
          reason: 'ClusterCreated',
          message: 'Cluster created successfully',
          heartbeat: report.lastChecked,
          since,
        }),
      ],
      ceph: report,
      storage: {
        deviceClasses: [{ name: 'ssd' }],
        osd: { storeType: { bluestore: devices.length } },
      },
      version: { image, version: `${release.version}-0` },
    },
  };
}

/** The CephCluster of a Kubernetes cluster that uses one from outside. */
export function toExternalCephCluster(
  { definition }: SimulatedCeph,
  report: CephReport,
  { since, intervalSeconds }: { since: string; intervalSeconds: number },
): NewObject {
  const { release } = definition;
  return {
    apiVersion: 'ceph.rook.io/v1',
    kind: 'CephCluster',
    metadata: { name: 'rook-ceph-external', namespace: rookNamespace },
    spec: {
      external: { enable: true },
      dataDirHostPath: '/var/lib/rook',
      healthCheck: toHealthCheck(intervalSeconds),
    },
    status: {
      state: 'Connected',
      phase: 'Connected',
      message: 'Cluster connected successfully',
      observedGeneration: 1,
      conditions: [
        toCondition('Connected', {
          reason: 'ClusterConnected',
          message: 'Cluster connected successfully',
          heartbeat: report.lastChecked,
          since,
        }),
      ],
      ceph: report,
      version: { image: '', version: `${release.version}-0` },
    },
  };
}

function toHealthCheck(intervalSeconds: number) {
  return {
    daemonHealth: {
      status: { disabled: false, interval: `${intervalSeconds}s` },
    },
  };
}

function toCondition(
  type: string,
  about: { reason: string; message: string; heartbeat: string; since: string },
) {
  return {
    type,
    status: 'True',
    reason: about.reason,
    message: about.message,
    lastHeartbeatTime: about.heartbeat,
    lastTransitionTime: about.since,
  };
}
