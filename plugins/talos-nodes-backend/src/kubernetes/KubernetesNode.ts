import { z } from 'zod';

const texts = z.record(z.string(), z.string()).default({});

export const nodeSchema = z.object({
  metadata: z.object({
    name: z.string(),
    labels: texts,
    annotations: texts,
  }),
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
        .nullish(),
    })
    .prefault({}),
  status: z
    .object({
      addresses: z
        .array(z.object({ type: z.string(), address: z.string() }))
        .default([]),
      capacity: z
        .object({ cpu: z.string(), memory: z.string() })
        .partial()
        .default({}),
      conditions: z
        .array(
          z.object({
            type: z.string(),
            status: z.enum(['True', 'False', 'Unknown']),
            reason: z.string().optional(),
            message: z.string().optional(),
            lastTransitionTime: z.string().nullish(),
          }),
        )
        .default([]),
      nodeInfo: z
        .object({
          machineID: z.string(),
          architecture: z.string(),
          osImage: z.string(),
          kernelVersion: z.string(),
          kubeletVersion: z.string(),
        })
        .partial()
        .default({}),
    })
    .prefault({}),
});

/** A Node object, as far as it is used. */
export type KubernetesNode = z.output<typeof nodeSchema>;
