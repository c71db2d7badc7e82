import { z } from 'zod';
import type { KubernetesObject } from '../KubernetesObject';
import type { ObjectStore } from '../ObjectStore';
import { requireResourceType } from '../resourceTypes';

const storageClassSchema = z.looseObject({
  provisioner: z.string(),
  parameters: z.record(z.string(), z.string()).default({}),
  reclaimPolicy: z.string().default('Delete'),
  volumeBindingMode: z.string().default('Immediate'),
  mountOptions: z.array(z.string()).optional(),
});

/** How volumes of a class are made. */
export interface StorageClass extends z.infer<typeof storageClassSchema> {
  name: string;
}

const classType = requireResourceType('storage.k8s.io/v1', 'StorageClass');
const defaultAnnotation = 'storageclass.kubernetes.io/is-default-class';

/** Undefined where it names no provisioner. */
export function readStorageClass(
  object: KubernetesObject,
): StorageClass | undefined {
  const { data } = storageClassSchema.safeParse(object);
  return data && { ...data, name: object.metadata.name };
}

/** Of claims that name none. */
export function findDefaultClass(store: ObjectStore): string | undefined {
  return store
    .list(classType)
    .find(
      ({ metadata }) => metadata.annotations?.[defaultAnnotation] === 'true',
    )?.metadata.name;
}
