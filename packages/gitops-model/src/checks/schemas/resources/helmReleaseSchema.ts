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
  patch,
  verification,
} from './fluxParts';

const flag = z.boolean().optional();
const crds = z.enum(['Skip', 'Create', 'CreateReplace']).optional();
const strategy = z
  .strictObject({
    name: z.enum(['RemediateOnFailure', 'RetryOnFailure']),
    retryInterval: duration.optional(),
  })
  .optional();
const serverSideApply = z.enum(['enabled', 'disabled', 'auto']).optional();
const remediation = {
  ignoreTestFailures: flag,
  remediateLastFailure: flag,
  retries: z.int().optional(),
};

/** What install and upgrade have in common. */
const action = {
  crds,
  disableHooks: flag,
  disableOpenAPIValidation: flag,
  disableSchemaValidation: flag,
  disableTakeOwnership: flag,
  disableWait: flag,
  disableWaitForJobs: flag,
  strategy,
  timeout: duration.optional(),
};

const chart = z.strictObject({
  metadata: commonMetadata.optional(),
  spec: z.strictObject({
    chart: z.string(),
    sourceRef: z.strictObject({
      apiVersion: z.string().optional(),
      kind: z.enum(['HelmRepository', 'GitRepository', 'Bucket']),
      name: z.string(),
      namespace: z.string().optional(),
    }),
    ignoreMissingValuesFiles: flag,
    interval: duration.optional(),
    reconcileStrategy: z.enum(['ChartVersion', 'Revision']).optional(),
    valuesFile: z.string().optional(),
    valuesFiles: z.array(z.string()).optional(),
    verify: verification.omit({ matchOIDCIdentity: true }).optional(),
    version: z.string().optional(),
  }),
});

const chartReference = z.strictObject({
  apiVersion: z.string().optional(),
  kind: z.enum(['OCIRepository', 'HelmChart', 'ExternalArtifact']),
  name: z.string(),
  namespace: z.string().optional(),
});

const actions = {
  install: z
    .strictObject({
      ...action,
      createNamespace: flag,
      remediation: z.strictObject(remediation).optional(),
      replace: flag,
      serverSideApply: flag,
      skipCRDs: flag,
    })
    .optional(),
  upgrade: z
    .strictObject({
      ...action,
      chartNameChangeStrategy: z
        .enum(['InPlaceUpdate', 'Reinstall'])
        .optional(),
      cleanupOnFail: flag,
      force: flag,
      preserveValues: flag,
      remediation: z
        .strictObject({
          ...remediation,
          strategy: z.enum(['rollback', 'uninstall']).optional(),
        })
        .optional(),
      serverSideApply,
    })
    .optional(),
  rollback: z
    .strictObject({
      cleanupOnFail: flag,
      disableHooks: flag,
      disableWait: flag,
      disableWaitForJobs: flag,
      force: flag,
      recreate: flag,
      serverSideApply,
      timeout: duration.optional(),
    })
    .optional(),
  uninstall: z
    .strictObject({
      deletionPropagation: z
        .enum(['background', 'foreground', 'orphan'])
        .optional(),
      disableHooks: flag,
      disableWait: flag,
      keepHistory: flag,
      timeout: duration.optional(),
    })
    .optional(),
  test: z
    .strictObject({
      enable: flag,
      filters: z
        .array(z.strictObject({ name: z.string(), exclude: flag }))
        .optional(),
      ignoreFailures: flag,
      timeout: duration.optional(),
    })
    .optional(),
};

/** `helm.toolkit.fluxcd.io/v2`, as of Flux 2.9. */
export const helmReleaseSchema = customResource(
  z
    .strictObject({
      interval: duration,
      chart: chart.optional(),
      chartRef: chartReference.optional(),
      ...actions,
      commonMetadata: commonMetadata.optional(),
      dependsOn: z.array(dependency).optional(),
      driftDetection: z
        .strictObject({
          ignore: ignoreRules,
          mode: z.enum(['enabled', 'warn', 'disabled']).optional(),
        })
        .optional(),
      healthCheckExprs: z.array(healthCheckExpression).optional(),
      kubeConfig: kubeConfig.optional(),
      maxHistory: z.int().optional(),
      persistentClient: flag,
      postRenderStrategy: z
        .enum(['nohooks', 'combined', 'separate'])
        .optional(),
      postRenderers: z
        .array(
          z.strictObject({
            kustomize: z
              .strictObject({
                images: z.array(image).optional(),
                patches: z.array(patch).optional(),
              })
              .optional(),
          }),
        )
        .optional(),
      releaseName: z.string().max(53).optional(),
      serviceAccountName: z.string().optional(),
      storageNamespace: z.string().max(63).optional(),
      suspend: flag,
      targetNamespace: z.string().max(63).optional(),
      timeout: duration.optional(),
      values: z.record(z.string(), z.unknown()).nullish(),
      valuesFrom: z
        .array(
          z.strictObject({
            kind: z.enum(['Secret', 'ConfigMap']),
            name: z.string(),
            literal: flag,
            optional: flag,
            targetPath: z
              .string()
              .regex(/^([\w\-.\\/]|\[[0-9]{1,5}\])+$/)
              .optional(),
            valuesKey: z
              .string()
              .regex(/^[-.\w]+$/)
              .optional(),
          }),
        )
        .optional(),
      waitStrategy: z
        .strictObject({ name: z.enum(['poller', 'legacy']) })
        .optional(),
    })
    .refine(
      spec => (spec.chart === undefined) !== (spec.chartRef === undefined),
      'must have either chart or chartRef',
    ),
);
