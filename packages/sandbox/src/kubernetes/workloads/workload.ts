import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { KubernetesObject } from '../KubernetesObject';

const quantities = z.record(z.string(), z.union([z.string(), z.number()]));

const containerSchema = z.looseObject({
  name: z.string(),
  image: z.string().default(''),
  resources: z
    .looseObject({
      requests: quantities.optional(),
      limits: quantities.optional(),
    })
    .optional(),
});
export type Container = z.infer<typeof containerSchema>;

const labels = z.record(z.string(), z.string());

export const podSpecSchema = z.looseObject({
  nodeName: z.string().optional(),
  nodeSelector: labels.optional(),
  containers: z.array(containerSchema).min(1),
});
export type PodSpec = z.infer<typeof podSpecSchema>;

const podTemplateSchema = z.looseObject({
  metadata: z.looseObject({ labels: labels.default({}) }),
  spec: podSpecSchema,
});
export type PodTemplate = z.infer<typeof podTemplateSchema>;

const workloadSpecSchema = z.looseObject({
  replicas: z.int().min(0).default(1),
  selector: z.looseObject({ matchLabels: labels.default({}) }),
  template: podTemplateSchema,
});
export type WorkloadSpec = z.infer<typeof workloadSpecSchema>;

/** The spec of a Deployment, StatefulSet or DaemonSet; undefined when it has no valid pod template. */
export function readWorkloadSpec(
  object: KubernetesObject,
): WorkloadSpec | undefined {
  return workloadSpecSchema.safeParse(object.spec).data;
}

/** Ten letters and digits that stay the same as long as the value does. */
export function toHash(value: unknown): string {
  return BigInt(
    `0x${createHash('sha256').update(JSON.stringify(value)).digest('hex')}`,
  )
    .toString(36)
    .slice(-10);
}
