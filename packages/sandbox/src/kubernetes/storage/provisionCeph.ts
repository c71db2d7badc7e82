import { toUuid } from '../toUuid';
import type { Provisioner, ProvisionedVolume } from './Provisioning';

/** An RBD image, as the CSI driver of Rook makes it. */
export const provisionRbd: Provisioner = ({
  claim,
  storageClass,
  backends,
}) => {
  const { clusterID = '', pool = '', imageFeatures } = storageClass.parameters;
  const poolId = backends.cephPools?.[pool];
  if (poolId === undefined) {
    return undefined;
  }
  const id = toUuid(['rbd', claim.uid]);
  return toCsi(storageClass, {
    csi: {
      controllerExpandSecretRef: toSecret(clusterID, 'rbd-provisioner'),
      driver: storageClass.provisioner,
      fsType: storageClass.parameters['csi.storage.k8s.io/fstype'] ?? 'ext4',
      nodeStageSecretRef: toSecret(clusterID, 'rbd-node'),
      volumeAttributes: {
        clusterID,
        imageFeatures: imageFeatures ?? 'layering',
        imageFormat: '2',
        imageName: `csi-vol-${id}`,
        journalPool: pool,
        pool,
        'storage.kubernetes.io/csiProvisionerIdentity': toIdentity(
          storageClass.provisioner,
        ),
      },
      volumeHandle: toHandle(clusterID, poolId, id),
    },
    secret: toSecret(clusterID, 'rbd-provisioner'),
  });
};

/** A subvolume of a Ceph filesystem, as the CSI driver of Rook makes it. */
export const provisionCephfs: Provisioner = ({
  claim,
  storageClass,
  backends,
}) => {
  const { clusterID = '', fsName = '', pool } = storageClass.parameters;
  const filesystem = backends.cephFilesystems?.[fsName];
  if (filesystem === undefined) {
    return undefined;
  }
  const id = toUuid(['cephfs', claim.uid]);
  return toCsi(storageClass, {
    csi: {
      controllerExpandSecretRef: toSecret(clusterID, 'cephfs-provisioner'),
      driver: storageClass.provisioner,
      nodeStageSecretRef: toSecret(clusterID, 'cephfs-node'),
      volumeAttributes: {
        clusterID,
        fsName,
        pool: pool ?? filesystem.dataPool,
        'storage.kubernetes.io/csiProvisionerIdentity': toIdentity(
          storageClass.provisioner,
        ),
        subvolumeName: `csi-vol-${id}`,
        subvolumePath: `/volumes/csi/csi-vol-${id}/${toUuid(['path', id])}`,
      },
      volumeHandle: toHandle(clusterID, filesystem.id, id),
    },
    secret: toSecret(clusterID, 'cephfs-provisioner'),
  });
};

function toCsi(
  { provisioner }: { provisioner: string },
  { csi, secret }: { csi: object; secret: { name: string; namespace: string } },
): ProvisionedVolume {
  return {
    spec: { csi },
    annotations: {
      'volume.kubernetes.io/provisioner-deletion-secret-name': secret.name,
      'volume.kubernetes.io/provisioner-deletion-secret-namespace':
        secret.namespace,
    },
    finalizers: [
      'external-provisioner.volume.kubernetes.io/finalizer',
      `external-attacher/${provisioner.replaceAll('.', '-')}`,
    ],
  };
}

/** `0001-<length of the cluster's id, in hex>-<id>-<pool or filesystem, in hex>-<uuid>` */
function toHandle(clusterID: string, location: number, uuid: string): string {
  return [
    '0001',
    clusterID.length.toString(16).padStart(4, '0'),
    clusterID,
    location.toString(16).padStart(16, '0'),
    uuid,
  ].join('-');
}

/** Rook keeps the secrets in the namespace of the CephCluster, which is the cluster's id as well. */
function toSecret(clusterID: string, role: string) {
  return { name: `rook-csi-${role}`, namespace: clusterID };
}

function toIdentity(provisioner: string): string {
  return `1760512345678-8081-${provisioner}`;
}
