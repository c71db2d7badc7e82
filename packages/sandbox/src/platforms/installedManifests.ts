import type { Manifest } from '../kubernetes/KubernetesObject';

const storageClass = (
  name: string,
  provisioner: string,
  more: {
    parameters?: Record<string, string>;
    isDefault?: boolean;
    reclaimPolicy?: string;
  } = {},
): Manifest => ({
  apiVersion: 'storage.k8s.io/v1',
  kind: 'StorageClass',
  metadata: {
    name,
    annotations: more.isDefault
      ? { 'storageclass.kubernetes.io/is-default-class': 'true' }
      : {},
  },
  provisioner,
  parameters: more.parameters ?? {},
  reclaimPolicy: more.reclaimPolicy ?? 'Delete',
  volumeBindingMode: 'Immediate',
  allowVolumeExpansion: true,
});

/** Somebody looks for something and forgot to clean up. */
const debugPod = (name: string, node: string): Manifest => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name, namespace: 'default', labels: { run: name } },
  spec: {
    nodeName: node,
    restartPolicy: 'Never',
    containers: [
      {
        name,
        image: 'docker.io/nicolaka/netshoot:v0.13',
        command: ['sleep', 'infinity'],
        resources: { requests: { cpu: '10m', memory: '32Mi' } },
      },
    ],
  },
});

/**
 * What is in a cluster without standing in Git as it is: StorageClasses that
 * the charts of Longhorn, Rook and the NFS provisioner make, and pods that
 * somebody applied by hand.
 */
export const installedManifests = {
  edgit: [
    storageClass('longhorn', 'driver.longhorn.io', {
      isDefault: true,
      parameters: {
        numberOfReplicas: '3',
        staleReplicaTimeout: '30',
        fromBackup: '',
        fsType: 'ext4',
        dataLocality: 'disabled',
      },
    }),
    storageClass(
      'nfs-client',
      'cluster.local/nfs-subdir-external-provisioner',
      { parameters: { archiveOnDelete: 'true' } },
    ),
  ],
  pitower: [
    storageClass('ceph-filesystem', 'rook-ceph.cephfs.csi.ceph.com', {
      parameters: {
        clusterID: 'rook-ceph',
        fsName: 'ceph-filesystem',
        pool: 'ceph-filesystem-data0',
        'csi.storage.k8s.io/fstype': 'ext4',
        'csi.storage.k8s.io/provisioner-secret-name':
          'rook-csi-cephfs-provisioner',
        'csi.storage.k8s.io/provisioner-secret-namespace': 'rook-ceph',
      },
    }),
    debugPod('netshoot', 'worker-02'),
  ],
  infra: [],
  apps: [debugPod('netshoot', 'apps-02')],
} satisfies Record<string, Manifest[]>;
