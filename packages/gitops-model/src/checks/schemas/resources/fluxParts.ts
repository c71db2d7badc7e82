import { z } from 'zod';

/** As Go writes a length of time. */
export const duration = z.string().regex(/^([0-9]+(\.[0-9]+)?(ms|s|m|h))+$/);

/** How long a source may take, which is never hours. */
export const sourceTimeout = z.string().regex(/^([0-9]+(\.[0-9]+)?(ms|s|m))+$/);

export const localReference = z.strictObject({ name: z.string() });

/** A Kustomization or HelmRelease that must be ready before. */
export const dependency = z.strictObject({
  name: z.string(),
  namespace: z.string().optional(),
  readyExpr: z.string().optional(),
});

export const commonMetadata = z.strictObject({
  annotations: z.record(z.string(), z.string()).optional(),
  labels: z.record(z.string(), z.string()).optional(),
});

/** Where another cluster's credentials stand. */
export const kubeConfig = z.strictObject({
  configMapRef: localReference.optional(),
  secretRef: z
    .strictObject({ name: z.string(), key: z.string().optional() })
    .optional(),
});

/** Which objects a patch, or a difference to ignore, is about. */
export const selector = z.strictObject({
  annotationSelector: z.string().optional(),
  group: z.string().optional(),
  kind: z.string().optional(),
  labelSelector: z.string().optional(),
  name: z.string().optional(),
  namespace: z.string().optional(),
  version: z.string().optional(),
});

/** Differences that are left alone. */
export const ignoreRules = z
  .array(
    z.strictObject({ paths: z.array(z.string()), target: selector.optional() }),
  )
  .optional();

export const patch = z.strictObject({
  patch: z.string(),
  target: selector.optional(),
});

export const image = z.strictObject({
  name: z.string(),
  newName: z.string().optional(),
  newTag: z.string().optional(),
  digest: z.string().optional(),
});

export const healthCheckExpression = z.strictObject({
  apiVersion: z.string(),
  kind: z.string().optional(),
  current: z.string(),
  failed: z.string().optional(),
  inProgress: z.string().optional(),
});

/** Who signed an artifact. */
export const verification = z.strictObject({
  provider: z.enum(['cosign', 'notation']),
  secretRef: localReference.optional(),
  matchOIDCIdentity: z
    .array(z.strictObject({ issuer: z.string(), subject: z.string() }))
    .optional(),
});

/** Whose identity a registry is asked with. */
export const provider = z.enum(['generic', 'aws', 'azure', 'gcp']);
