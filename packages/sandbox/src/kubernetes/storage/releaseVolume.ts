import { z } from 'zod';
import type { KubernetesObject } from '../KubernetesObject';
import type { ObjectStore } from '../ObjectStore';
import { requireResourceType } from '../resourceTypes';
import { readClaim } from './Claim';

const volumeType = requireResourceType('v1', 'PersistentVolume');
const policySchema = z.looseObject({
  persistentVolumeReclaimPolicy: z.string().default('Retain'),
});

/** Deletes the volume of a claim that is gone, or keeps it as `Released`, as its policy says. */
export function releaseVolume(
  store: ObjectStore,
  object: KubernetesObject,
): void {
  const name = readClaim(object)?.volumeName;
  const volume =
    name === undefined ? undefined : store.get(volumeType, undefined, name);
  if (!volume) {
    return;
  }
  const policy = policySchema.parse(volume.spec).persistentVolumeReclaimPolicy;
  if (policy === 'Delete') {
    store.delete(volume);
  } else {
    store.put({ ...volume, status: { phase: 'Released' } });
  }
}
