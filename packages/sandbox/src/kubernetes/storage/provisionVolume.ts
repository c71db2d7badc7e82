import type { KubernetesObject } from '../KubernetesObject';
import type { ObjectStore } from '../ObjectStore';
import type { Claim } from './Claim';
import { provisioners } from './provisioners';
import type { StorageBackends } from './Provisioning';
import type { StorageClass } from './StorageClass';

/** Makes a volume for a claim; undefined where nobody can. */
export function provisionVolume(
  store: ObjectStore,
  {
    claim,
    storageClass,
    backends,
  }: { claim: Claim; storageClass: StorageClass; backends: StorageBackends },
): KubernetesObject | undefined {
  const volume = `pvc-${claim.uid}`;
  const provisioned = provisioners[storageClass.provisioner]?.({
    claim,
    storageClass,
    volume,
    node: claim.selectedNode,
    backends,
  });
  return (
    provisioned &&
    store.put({
      apiVersion: 'v1',
      kind: 'PersistentVolume',
      metadata: {
        name: volume,
        annotations: {
          'pv.kubernetes.io/provisioned-by': storageClass.provisioner,
          ...provisioned.annotations,
        },
        ...(provisioned.labels && { labels: provisioned.labels }),
        finalizers: [
          'kubernetes.io/pv-protection',
          ...(provisioned.finalizers ?? []),
        ],
      },
      spec: {
        accessModes: claim.accessModes,
        capacity: { storage: claim.size },
        claimRef: {
          apiVersion: 'v1',
          kind: 'PersistentVolumeClaim',
          name: claim.name,
          namespace: claim.namespace,
          resourceVersion: claim.object.metadata.resourceVersion,
          uid: claim.uid,
        },
        ...provisioned.spec,
        ...(storageClass.mountOptions && {
          mountOptions: storageClass.mountOptions,
        }),
        persistentVolumeReclaimPolicy: storageClass.reclaimPolicy,
        storageClassName: storageClass.name,
        volumeMode: claim.volumeMode,
      },
      status: { phase: 'Pending' },
    })
  );
}
