import { z } from 'zod';
import type { KubernetesObject } from '../KubernetesObject';
import type { PodSpec, Toleration } from '../workloads/workload';

const taintSchema = z.looseObject({
  key: z.string(),
  value: z.string().default(''),
  effect: z.string(),
});
export type Taint = z.infer<typeof taintSchema>;

const nodeSpecSchema = z.looseObject({
  taints: z.array(taintSchema).default([]),
});

export function readTaints(node: KubernetesObject): Taint[] {
  return nodeSpecSchema.safeParse(node.spec).data?.taints ?? [];
}

/** The first taint that keeps the pod off the node. */
export function findUntolerated(
  spec: PodSpec,
  node: KubernetesObject,
): Taint | undefined {
  return readTaints(node).find(
    taint =>
      taint.effect !== 'PreferNoSchedule' &&
      findToleration(spec.tolerations ?? [], taint) === undefined,
  );
}

export function findToleration(
  tolerations: Toleration[],
  taint: Taint,
): Toleration | undefined {
  return tolerations.find(
    ({ key, operator, value, effect }) =>
      (effect === undefined || effect === taint.effect) &&
      (key === undefined || key === taint.key) &&
      (operator === 'Exists' || (value ?? '') === taint.value),
  );
}
