import type { Provisioner } from './Provisioning';

/** A volume that Longhorn replicates over several machines. */
export const provisionLonghorn: Provisioner = ({ storageClass, volume }) => ({
  spec: {
    csi: {
      driver: 'driver.longhorn.io',
      fsType: 'ext4',
      volumeAttributes: {
        dataLocality: 'disabled',
        fromBackup: '',
        fsType: 'ext4',
        numberOfReplicas: '3',
        staleReplicaTimeout: '30',
        ...storageClass.parameters,
        'storage.kubernetes.io/csiProvisionerIdentity':
          '1760512345678-8081-driver.longhorn.io',
      },
      volumeHandle: volume,
    },
  },
  annotations: {
    'volume.kubernetes.io/provisioner-deletion-secret-name': '',
    'volume.kubernetes.io/provisioner-deletion-secret-namespace': '',
  },
  finalizers: [
    'external-provisioner.volume.kubernetes.io/finalizer',
    'external-attacher/driver-longhorn-io',
  ],
});
