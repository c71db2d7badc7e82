import { z } from 'zod';
import { customResource } from './customResource';
import {
  commonMetadata,
  dependency,
  duration,
  healthCheckExpression,
  ignoreRules,
  image,
  kubeConfig,
  localReference,
  patch,
} from './fluxParts';

/** `kustomize.toolkit.fluxcd.io/v1`, as of Flux 2.9. */
export const fluxKustomizationSchema = customResource(
  z.strictObject({
    interval: duration,
    prune: z.boolean(),
    sourceRef: z.strictObject({
      apiVersion: z.string().optional(),
      kind: z.enum([
        'OCIRepository',
        'GitRepository',
        'Bucket',
        'ExternalArtifact',
      ]),
      name: z.string(),
      namespace: z.string().optional(),
    }),
    buildMetadata: z
      .array(z.enum(['originAnnotations', 'transformerAnnotations']))
      .optional(),
    commonMetadata: commonMetadata.optional(),
    components: z.array(z.string()).optional(),
    decryption: z
      .strictObject({
        provider: z.literal('sops'),
        secretRef: localReference.optional(),
        serviceAccountName: z.string().optional(),
      })
      .optional(),
    deletionPolicy: z
      .enum(['MirrorPrune', 'Delete', 'WaitForTermination', 'Orphan'])
      .optional(),
    dependsOn: z.array(dependency).optional(),
    force: z.boolean().optional(),
    healthCheckExprs: z.array(healthCheckExpression).optional(),
    healthChecks: z
      .array(
        z.strictObject({
          apiVersion: z.string().optional(),
          kind: z.string(),
          name: z.string(),
          namespace: z.string().optional(),
        }),
      )
      .optional(),
    ignore: ignoreRules,
    ignoreMissingComponents: z.boolean().optional(),
    images: z.array(image).optional(),
    kubeConfig: kubeConfig.optional(),
    namePrefix: z.string().max(200).optional(),
    nameSuffix: z.string().max(200).optional(),
    patches: z.array(patch).optional(),
    path: z.string().optional(),
    postBuild: z
      .strictObject({
        substituteStrategy: z.enum(['WithVariables', 'Always']).optional(),
        substitute: z.record(z.string(), z.string()).optional(),
        substituteFrom: z
          .array(
            z.strictObject({
              kind: z.enum(['Secret', 'ConfigMap']),
              name: z.string(),
              optional: z.boolean().optional(),
            }),
          )
          .optional(),
      })
      .optional(),
    retryInterval: duration.optional(),
    serviceAccountName: z.string().optional(),
    suspend: z.boolean().optional(),
    targetNamespace: z.string().max(63).optional(),
    timeout: duration.optional(),
    wait: z.boolean().optional(),
  }),
);
