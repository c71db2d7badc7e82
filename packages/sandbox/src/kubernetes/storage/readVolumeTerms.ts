import { z } from 'zod';
import type { KubernetesObject } from '../KubernetesObject';
import {
  type NodeSelectorTerm,
  nodeSelectorTermSchema,
} from '../workloads/workload';

const volumeSchema = z.looseObject({
  nodeAffinity: z.looseObject({
    required: z.looseObject({
      nodeSelectorTerms: z.array(nodeSelectorTermSchema),
    }),
  }),
});

/** On which nodes a PersistentVolume can be used; undefined: on all. */
export function readVolumeTerms(
  volume: KubernetesObject,
): NodeSelectorTerm[] | undefined {
  return volumeSchema.safeParse(volume.spec).data?.nodeAffinity.required
    .nodeSelectorTerms;
}
