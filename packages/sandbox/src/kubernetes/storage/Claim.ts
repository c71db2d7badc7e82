import { z } from 'zod';
import type { KubernetesObject } from '../KubernetesObject';

const claimSchema = z.looseObject({
  spec: z.looseObject({
    accessModes: z.array(z.string()).default(['ReadWriteOnce']),
    storageClassName: z.string().optional(),
    volumeName: z.string().optional(),
    volumeMode: z.string().default('Filesystem'),
    resources: z
      .looseObject({
        requests: z.looseObject({ storage: z.string().default('1Gi') }),
      })
      .default({ requests: { storage: '1Gi' } }),
  }),
  status: z.looseObject({ phase: z.string() }).optional(),
});

const boundAnnotation = 'pv.kubernetes.io/bind-completed';
/** Where the scheduler says on which node a late volume is wanted. */
export const selectedNodeAnnotation = 'volume.kubernetes.io/selected-node';

/** A PersistentVolumeClaim, as far as it is bound by. */
export interface Claim {
  object: KubernetesObject;
  namespace: string;
  name: string;
  uid: string;
  /** Empty: of volumes without a class. */
  className: string | undefined;
  accessModes: string[];
  volumeMode: string;
  /** Such as `10Gi`. */
  size: string;
  volumeName: string | undefined;
  isBound: boolean;
  selectedNode: string | undefined;
}

/** Undefined where the API server would refuse it. */
export function readClaim(object: KubernetesObject): Claim | undefined {
  const { data } = claimSchema.safeParse(object);
  const { namespace, name, uid, annotations = {} } = object.metadata;
  if (!data || namespace === undefined) {
    return undefined;
  }
  const { spec } = data;
  return {
    object,
    namespace,
    name,
    uid,
    className: spec.storageClassName,
    accessModes: spec.accessModes,
    volumeMode: spec.volumeMode,
    size: spec.resources.requests.storage,
    volumeName: spec.volumeName,
    isBound: annotations[boundAnnotation] === 'yes',
    selectedNode: annotations[selectedNodeAnnotation],
  };
}
