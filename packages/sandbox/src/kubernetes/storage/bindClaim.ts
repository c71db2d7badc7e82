import { z } from 'zod';
import type { KubernetesObject } from '../KubernetesObject';
import type { ObjectStore } from '../ObjectStore';
import type { Claim } from './Claim';

const volumeSchema = z.looseObject({
  capacity: z.looseObject({ storage: z.string() }),
  accessModes: z.array(z.string()).default([]),
});

/** Ties claim and volume together, on both sides. */
export function bindClaim(
  store: ObjectStore,
  claim: Claim,
  volume: KubernetesObject,
): void {
  const { object, name, namespace, uid } = claim;
  const spec = volumeSchema.parse(volume.spec);
  const isStatic = spec.claimRef === undefined;
  const boundByController = isStatic && {
    'pv.kubernetes.io/bound-by-controller': 'yes',
  };
  store.put({
    ...volume,
    metadata: {
      ...volume.metadata,
      annotations: { ...volume.metadata.annotations, ...boundByController },
    },
    spec: {
      ...spec,
      claimRef: {
        apiVersion: 'v1',
        kind: 'PersistentVolumeClaim',
        name,
        namespace,
        resourceVersion: object.metadata.resourceVersion,
        uid,
      },
    },
    status: { phase: 'Bound' },
  });
  const provisionedBy =
    volume.metadata.annotations?.['pv.kubernetes.io/provisioned-by'];
  store.put({
    ...object,
    metadata: {
      ...object.metadata,
      annotations: {
        ...object.metadata.annotations,
        'pv.kubernetes.io/bind-completed': 'yes',
        ...(claim.volumeName === undefined && {
          'pv.kubernetes.io/bound-by-controller': 'yes',
        }),
        ...(provisionedBy && {
          'volume.beta.kubernetes.io/storage-provisioner': provisionedBy,
          'volume.kubernetes.io/storage-provisioner': provisionedBy,
        }),
      },
      finalizers: ['kubernetes.io/pvc-protection'],
    },
    spec: {
      ...(typeof object.spec === 'object' ? object.spec : {}),
      volumeMode: claim.volumeMode,
      volumeName: volume.metadata.name,
    },
    status: {
      phase: 'Bound',
      accessModes: spec.accessModes,
      capacity: { storage: spec.capacity.storage },
    },
  });
}
