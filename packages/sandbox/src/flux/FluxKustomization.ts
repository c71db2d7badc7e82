import { z } from 'zod';
import type { KubernetesObject } from '../kubernetes/KubernetesObject';

const reference = z.looseObject({
  kind: z.string(),
  name: z.string(),
  namespace: z.string().optional(),
});

const specSchema = z.looseObject({
  path: z.string().default('./'),
  sourceRef: reference,
  targetNamespace: z.string().optional(),
  components: z.array(z.string()).default([]),
  suspend: z.boolean().default(false),
  prune: z.boolean().default(false),
  wait: z.boolean().default(false),
  timeout: z.string().default('5m'),
  dependsOn: z
    .array(
      z.looseObject({ name: z.string(), namespace: z.string().optional() }),
    )
    .default([]),
  healthChecks: z
    .array(reference.extend({ apiVersion: z.string() }))
    .default([]),
  commonMetadata: z
    .looseObject({ labels: z.record(z.string(), z.string()).default({}) })
    .prefault({}),
  patches: z
    .array(
      z.looseObject({
        patch: z.string(),
        target: z.looseObject({
          kind: z.string().optional(),
          name: z.string().optional(),
        }),
      }),
    )
    .default([]),
  postBuild: z
    .looseObject({
      substitute: z.record(z.string(), z.string()).default({}),
      substituteFrom: z
        .array(reference.extend({ optional: z.boolean().default(false) }))
        .default([]),
    })
    .optional(),
});
export type FluxKustomizationSpec = z.infer<typeof specSchema>;

/** Reads what a Kustomization of Flux asks for; a sentence when it is not valid. */
export function readKustomization(
  object: KubernetesObject,
): FluxKustomizationSpec | string {
  const parsed = specSchema.safeParse(object.spec);
  return parsed.success ? parsed.data : z.prettifyError(parsed.error);
}

/** Milliseconds of a duration such as `1m30s`. */
export function toMilliseconds(duration: string): number {
  const units: Record<string, number> = {
    ms: 1,
    s: 1_000,
    m: 60_000,
    h: 3_600_000,
  };
  return [...duration.matchAll(/(\d+)(ms|[smh])/g)].reduce(
    (total, [, amount, unit = 's']) =>
      total + Number(amount) * (units[unit] ?? 0),
    0,
  );
}
