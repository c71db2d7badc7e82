import { z } from 'zod';

const texts = z.record(z.string(), z.string()).default({});

export const nodeSchema = z.object({
  metadata: z.object({ name: z.string(), labels: texts }),
  spec: z
    .object({
      unschedulable: z.boolean().default(false),
      taints: z
        .array(
          z.object({
            key: z.string(),
            value: z.string().default(''),
            effect: z.string(),
          }),
        )
        .default([]),
    })
    .prefault({}),
  status: z
    .object({
      /** Quantities, such as `cpu: 3950m`. */
      allocatable: texts,
      conditions: z
        .array(
          z.object({
            type: z.string(),
            status: z.enum(['True', 'False', 'Unknown']),
          }),
        )
        .default([]),
    })
    .prefault({}),
});

/** A Node object, as far as storage and maintenance use it. */
export type KubernetesNode = z.output<typeof nodeSchema>;

/** What its kubelet says; `Unknown` where nobody heard of it. */
export function readyStatus(node: KubernetesNode) {
  return (
    node.status.conditions.find(({ type }) => type === 'Ready')?.status ??
    'Unknown'
  );
}
