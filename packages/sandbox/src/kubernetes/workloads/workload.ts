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

const labelRequirementSchema = z.looseObject({
  key: z.string(),
  operator: z.string(),
  values: z.array(z.string()).default([]),
});

/** One of several terms, of which a node has to match one. */
export const nodeSelectorTermSchema = z.looseObject({
  matchExpressions: z.array(labelRequirementSchema).default([]),
  matchFields: z.array(labelRequirementSchema).default([]),
});
export type NodeSelectorTerm = z.infer<typeof nodeSelectorTermSchema>;

const tolerationSchema = z.looseObject({
  key: z.string().optional(),
  operator: z.string().optional(),
  value: z.string().optional(),
  effect: z.string().optional(),
  tolerationSeconds: z.number().optional(),
});
export type Toleration = z.infer<typeof tolerationSchema>;

const affinitySchema = z.looseObject({
  nodeAffinity: z
    .looseObject({
      requiredDuringSchedulingIgnoredDuringExecution: z
        .looseObject({ nodeSelectorTerms: z.array(nodeSelectorTermSchema) })
        .optional(),
    })
    .optional(),
  podAntiAffinity: z
    .looseObject({
      requiredDuringSchedulingIgnoredDuringExecution: z
        .array(
          z.looseObject({
            labelSelector: z
              .looseObject({ matchLabels: labels.default({}) })
              .optional(),
            topologyKey: z.string(),
          }),
        )
        .default([]),
    })
    .optional(),
});

export const podSpecSchema = z.looseObject({
  nodeName: z.string().optional(),
  nodeSelector: labels.optional(),
  affinity: affinitySchema.optional(),
  tolerations: z.array(tolerationSchema).optional(),
  volumes: z
    .array(
      z.looseObject({
        name: z.string(),
        persistentVolumeClaim: z
          .looseObject({ claimName: z.string() })
          .optional(),
      }),
    )
    .optional(),
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
  /** Of a Deployment. */
  strategy: z
    .looseObject({ type: z.string() })
    .default({ type: 'RollingUpdate' }),
  /** Of a StatefulSet: one claim for each pod. */
  volumeClaimTemplates: z
    .array(z.looseObject({ metadata: z.looseObject({ name: z.string() }) }))
    .default([]),
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
