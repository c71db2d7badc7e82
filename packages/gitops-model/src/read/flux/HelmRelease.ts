import { z } from 'zod';
import { isRecord } from '../isRecord';
import type { Manifest } from '../manifests/Manifest';

const text = z.coerce.string();
const reference = z.object({
  kind: z.string(),
  name: z.string(),
  namespace: z.string().nullish(),
});

/** Of a HelmRelease, and of a HelmChart. */
export const chartSpecSchema = z.object({
  chart: z.string(),
  version: text.nullish(),
  sourceRef: reference,
});

/** What the reader uses of a Flux HelmRelease. */
export const helmReleaseSchema = z.object({
  spec: z
    .object({
      chart: z.object({ spec: chartSpecSchema }).nullish(),
      chartRef: reference.nullish(),
      releaseName: z.string().nullish(),
      targetNamespace: z.string().nullish(),
      /** Kept as it is, so that its lines can be looked up. */
      values: z.custom<Record<string, unknown>>(isRecord).nullish(),
      valuesFrom: z
        .array(
          z.object({
            kind: z.enum(['ConfigMap', 'Secret']),
            name: z.string(),
            valuesKey: z.string().nullish(),
            targetPath: z.string().nullish(),
            optional: z.boolean().nullish(),
          }),
        )
        .nullish()
        .transform(value => value ?? []),
      suspend: z.boolean().nullish(),
    })
    .refine(
      spec => Boolean(spec.chart) || Boolean(spec.chartRef),
      'names no chart',
    ),
});

export type HelmRelease = z.output<typeof helmReleaseSchema>;
export type ChartSpec = z.output<typeof chartSpecSchema>;

/** Whether an object is a HelmRelease of Flux. */
export function isHelmRelease({ group, kind }: Manifest): boolean {
  return group === 'helm.toolkit.fluxcd.io' && kind === 'HelmRelease';
}

/** Its release in Helm, as Flux names it. */
export function releaseOf(
  { name, namespace }: Manifest,
  { spec }: HelmRelease,
): { name: string; namespace: string | undefined } {
  const { releaseName, targetNamespace } = spec;
  return {
    name: releaseName ?? [targetNamespace, name].filter(Boolean).join('-'),
    namespace: targetNamespace ?? namespace,
  };
}

/** Without the values, which a unit keeps by release: nothing in them is to be found twice. */
export function withoutValues(manifest: Manifest): Manifest {
  const { spec } = manifest.value;
  if (!isHelmRelease(manifest) || !isRecord(spec)) return manifest;
  const { values: _values, ...rest } = spec;
  return { ...manifest, value: { ...manifest.value, spec: rest } };
}
