import { z } from 'zod';

/** What every object of the Kubernetes API has, as it lies in Git. */
export const manifestSchema = z.looseObject({
  apiVersion: z.string().min(1),
  kind: z.string().min(1),
  metadata: z.looseObject({
    name: z.string().min(1),
    namespace: z.string().optional(),
    labels: z.record(z.string(), z.string()).optional(),
    annotations: z.record(z.string(), z.string()).optional(),
  }),
});
export type Manifest = z.infer<typeof manifestSchema>;

export interface OwnerReference {
  apiVersion: string;
  kind: string;
  name: string;
  uid: string;
  controller: boolean;
  blockOwnerDeletion: boolean;
}

/** An object as the API server answers it. */
export interface KubernetesObject extends Manifest {
  metadata: Manifest['metadata'] & {
    uid: string;
    resourceVersion: string;
    creationTimestamp: string;
    /** Only of objects with a spec. */
    generation?: number;
    ownerReferences?: OwnerReference[];
  };
}

export function toOwnerReference(owner: KubernetesObject): OwnerReference {
  return {
    apiVersion: owner.apiVersion,
    kind: owner.kind,
    name: owner.metadata.name,
    uid: owner.metadata.uid,
    controller: true,
    blockOwnerDeletion: true,
  };
}

/** Names an object among all of a cluster. */
export function toObjectKey(manifest: Manifest): string {
  const { apiVersion, kind, metadata } = manifest;
  return [apiVersion, kind, metadata.namespace ?? '', metadata.name].join('|');
}
