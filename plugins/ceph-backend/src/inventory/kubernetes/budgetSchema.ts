import { z } from 'zod';

const amount = z.union([z.string(), z.number()]);

export const budgetSchema = z.object({
  metadata: z.object({
    name: z.string(),
    namespace: z.string(),
    generation: z.number().optional(),
    labels: z.record(z.string(), z.string()).default({}),
  }),
  spec: z.object({
    minAvailable: amount.optional(),
    maxUnavailable: amount.optional(),
    /** An empty one selects every pod of the namespace; none selects no pod. */
    selector: z
      .object({
        matchLabels: z.record(z.string(), z.string()).default({}),
        matchExpressions: z
          .array(
            z.object({
              key: z.string(),
              operator: z.enum(['In', 'NotIn', 'Exists', 'DoesNotExist']),
              values: z.array(z.string()).default([]),
            }),
          )
          .default([]),
      })
      .nullish(),
  }),
  status: z
    .object({
      /** Absent until the controller has looked at it. */
      disruptionsAllowed: z.number().optional(),
      currentHealthy: z.number().optional(),
      desiredHealthy: z.number().optional(),
      expectedPods: z.number().optional(),
      observedGeneration: z.number().optional(),
    })
    .prefault({}),
});

/** A PodDisruptionBudget, as far as it is used. */
export type Budget = z.output<typeof budgetSchema>;
