import type { Manifest } from '../../kubernetes/KubernetesObject';
import { rookNamespace } from './toCephCluster';

/** Where the active manager's dashboard and its numbers are found inside the cluster. */
export function toManagerServices(): Manifest[] {
  return [
    toService('rook-ceph-mgr-dashboard', 'http-dashboard', 7000),
    toService('rook-ceph-mgr', 'http-metrics', 9283),
  ];
}

function toService(name: string, port: string, number: number): Manifest {
  const labels = { app: 'rook-ceph-mgr', rook_cluster: rookNamespace };
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, namespace: rookNamespace, labels },
    spec: {
      type: 'ClusterIP',
      selector: { ...labels, mgr_role: 'active' },
      ports: [
        { name: port, port: number, protocol: 'TCP', targetPort: number },
      ],
    },
  };
}
