import { z } from 'zod';
import type { KubernetesObject } from '../kubernetes/KubernetesObject';

const specSchema = z.looseObject({
  suspend: z.boolean().default(false),
  chartRef: z
    .looseObject({ name: z.string(), namespace: z.string().optional() })
    .optional(),
  chart: z
    .looseObject({
      spec: z.looseObject({
        chart: z.string(),
        version: z.string().default('*'),
        sourceRef: z.looseObject({
          name: z.string(),
          namespace: z.string().optional(),
        }),
      }),
    })
    .optional(),
  targetNamespace: z.string().optional(),
  releaseName: z.string().optional(),
  values: z.unknown().optional(),
});
export type HelmReleaseSpec = z.infer<typeof specSchema>;

/** Reads what a HelmRelease asks for; a sentence when it is not valid. */
export function readHelmRelease(
  object: KubernetesObject,
): HelmReleaseSpec | string {
  const parsed = specSchema.safeParse(object.spec);
  return parsed.success ? parsed.data : z.prettifyError(parsed.error);
}
