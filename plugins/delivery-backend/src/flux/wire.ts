import { z } from 'zod';

const conditionSchema = z.looseObject({
  type: z.string(),
  status: z.string(),
  reason: z.string().nullish(),
  message: z.string().nullish(),
  lastTransitionTime: z.string().nullish(),
});

const metadataSchema = z.looseObject({
  name: z.string(),
  namespace: z.string(),
  generation: z.number().nullish(),
  labels: z.record(z.string(), z.string()).nullish(),
});

/** Conditions as every Flux controller writes them (kstatus). */
const statusShape = {
  observedGeneration: z.number().nullish(),
  conditions: z.array(conditionSchema).nullish(),
};

/** `kustomize.toolkit.fluxcd.io/v1` Kustomization; `history` since Flux 2.7. */
export const kustomizationSchema = z.looseObject({
  metadata: metadataSchema,
  spec: z
    .looseObject({
      suspend: z.boolean().nullish(),
      targetNamespace: z.string().nullish(),
    })
    .nullish(),
  status: z
    .looseObject({
      ...statusShape,
      lastAppliedRevision: z.string().nullish(),
      lastAttemptedRevision: z.string().nullish(),
      history: z
        .array(
          z.looseObject({
            firstReconciled: z.string().nullish(),
            lastReconciled: z.string().nullish(),
            lastReconciledStatus: z.string().nullish(),
            metadata: z.record(z.string(), z.string()).nullish(),
          }),
        )
        .nullish(),
    })
    .nullish(),
});
export type Kustomization = z.infer<typeof kustomizationSchema>;

/** `helm.toolkit.fluxcd.io/v2` HelmRelease. */
export const helmReleaseSchema = z.looseObject({
  metadata: metadataSchema,
  spec: z.looseObject({ suspend: z.boolean().nullish() }).nullish(),
  status: z.looseObject(statusShape).nullish(),
});
export type HelmRelease = z.infer<typeof helmReleaseSchema>;
