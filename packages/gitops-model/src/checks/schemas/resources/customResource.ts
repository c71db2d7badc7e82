import { z } from 'zod';

const texts = z.record(z.string(), z.string());

/**
 * A namespaced resource: what every one has, around the spec of its kind. Fields
 * that nobody knows are refused, as Flux and Argo CD refuse them when they apply
 * on the server's side.
 */
export function customResource(spec: z.ZodType) {
  return z.strictObject({
    apiVersion: z.string(),
    kind: z.string(),
    metadata: z
      .looseObject({
        name: z.string().optional(),
        namespace: z.string().optional(),
        labels: texts.optional(),
        annotations: texts.optional(),
      })
      .optional(),
    spec,
    status: z.unknown().optional(),
  });
}
