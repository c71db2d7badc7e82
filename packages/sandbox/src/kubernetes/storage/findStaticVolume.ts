import { z } from 'zod';
import type { KubernetesObject } from '../KubernetesObject';
import type { ObjectStore } from '../ObjectStore';
import { requireResourceType } from '../resourceTypes';
import { readQuantity } from '../scheduling/quantity';
import type { Claim } from './Claim';

const volumeType = requireResourceType('v1', 'PersistentVolume');

const volumeSchema = z.looseObject({
  spec: z.looseObject({
    accessModes: z.array(z.string()).default([]),
    capacity: z.looseObject({ storage: z.string() }),
    storageClassName: z.string().default(''),
    claimRef: z
      .looseObject({
        namespace: z.string(),
        name: z.string(),
        uid: z.string().optional(),
      })
      .optional(),
  }),
});

/** The smallest volume that is there already and fits the claim. */
export function findStaticVolume(
  store: ObjectStore,
  claim: Claim,
): KubernetesObject | undefined {
  const sizeOf = (volume: KubernetesObject) =>
    readQuantity(volumeSchema.parse(volume).spec.capacity.storage);
  return store
    .list(volumeType)
    .filter(volume => fits(volume, claim))
    .sort((left, right) => sizeOf(left) - sizeOf(right))[0];
}

function fits(volume: KubernetesObject, claim: Claim): boolean {
  const { data } = volumeSchema.safeParse(volume);
  if (!data) {
    return false;
  }
  const { accessModes, capacity, storageClassName, claimRef } = data.spec;
  if (
    claimRef &&
    (claimRef.namespace !== claim.namespace ||
      claimRef.name !== claim.name ||
      (claimRef.uid !== undefined && claimRef.uid !== claim.uid))
  ) {
    return false;
  }
  return (
    (claim.volumeName === undefined ||
      claim.volumeName === volume.metadata.name) &&
    storageClassName === (claim.className ?? '') &&
    claim.accessModes.every(mode => accessModes.includes(mode)) &&
    readQuantity(capacity.storage) >= readQuantity(claim.size)
  );
}
