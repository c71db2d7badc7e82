import { z } from 'zod';
import type { KubernetesObject } from '../KubernetesObject';

const amount = z.union([z.int(), z.string().regex(/^\d+%$/)]);
const budgetSchema = z.looseObject({
  spec: z.looseObject({
    minAvailable: amount.optional(),
    maxUnavailable: amount.optional(),
    selector: z
      .looseObject({
        matchLabels: z.record(z.string(), z.string()).default({}),
      })
      .optional(),
  }),
  status: z.looseObject({ disruptionsAllowed: z.number() }).optional(),
});

/** A PodDisruptionBudget, as far as it is kept; undefined where it is none. */
export function readBudget(object: KubernetesObject) {
  const { data } = budgetSchema.safeParse(object);
  const matchLabels = data?.spec.selector?.matchLabels;
  return (
    data && {
      minAvailable: data.spec.minAvailable,
      maxUnavailable: data.spec.maxUnavailable,
      allowed: data.status?.disruptionsAllowed ?? 0,
      /** Without a selector it is for no pod. */
      covers: (pod: KubernetesObject) =>
        matchLabels !== undefined &&
        pod.metadata.namespace === object.metadata.namespace &&
        Object.entries(matchLabels).every(
          ([key, value]) => pod.metadata.labels?.[key] === value,
        ),
    }
  );
}
