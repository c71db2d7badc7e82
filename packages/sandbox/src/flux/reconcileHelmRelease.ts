import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import { z } from 'zod';
import type {
  KubernetesObject,
  Manifest,
} from '../kubernetes/KubernetesObject';
import {
  findResourceType,
  requireResourceType,
} from '../kubernetes/resourceTypes';
import { renderChart } from '../render/renderChart';
import { RenderError } from '../render/RenderError';
import { checkHealth } from './checkHealth';
import { failed, isReady, progressing } from './conditions';
import {
  applyAll,
  type FluxContext,
  putFluxStatus,
  type ReconcileOutcome,
} from './FluxContext';

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
const ociSchema = z.looseObject({
  url: z.string(),
  ref: z.looseObject({ tag: z.string() }),
});
const statusSchema = z.looseObject({
  history: z
    .array(
      z.looseObject({
        version: z.number(),
        status: z.string(),
        configDigest: z.string(),
        firstDeployed: z.string(),
      }),
    )
    .default([]),
});

/** One step of helm-controller for one HelmRelease. */
export function reconcileHelmRelease(
  context: FluxContext,
  object: KubernetesObject,
): ReconcileOutcome {
  const parsed = specSchema.safeParse(object.spec);
  if (!parsed.success) {
    putFluxStatus(
      context,
      object,
      failed('InvalidSpec', z.prettifyError(parsed.error)),
    );
    return 'failed';
  }
  const spec = parsed.data;
  if (spec.suspend) {
    return 'done';
  }
  const chart = findChart(context, object, spec);
  if (typeof chart === 'string') {
    putFluxStatus(context, object, failed('SourceNotReady', chart));
    return 'waits';
  }
  const name = spec.releaseName ?? object.metadata.name;
  const namespace = spec.targetNamespace ?? object.metadata.namespace ?? '';
  const digest = `sha256:${createHash('sha256')
    .update(JSON.stringify([chart, spec.values]))
    .digest('hex')}`;
  const history = statusSchema.safeParse(object.status).data?.history ?? [];
  const [latest] = history;
  const action = latest ? 'upgrade' : 'install';
  const isNew = latest?.configDigest !== digest;
  if (isNew || !isReady(object)) {
    const problem = install(context, object, { ...chart, name, namespace });
    if (problem !== undefined) {
      putFluxStatus(
        context,
        object,
        failed(latest ? 'UpgradeFailed' : 'InstallFailed', problem),
      );
      return 'failed';
    }
  }
  const manifests = context.applied.get(object.metadata.uid) ?? [];
  const health = checkHealth(
    context.cluster,
    manifests.map(({ apiVersion, kind, metadata }) => ({
      apiVersion,
      kind,
      name: metadata.name,
      namespace: metadata.namespace,
    })),
  );
  if (health.outcome !== 'healthy') {
    putFluxStatus(
      context,
      object,
      health.outcome === 'failed'
        ? failed(
            latest ? 'UpgradeFailed' : 'InstallFailed',
            `Helm ${action} failed for release ${namespace}/${name} with chart ${chart.chart}@${chart.version}: resource not ready: ${health.unhealthy}`,
          )
        : progressing(`Running '${action}' action with timeout of 5m0s`),
    );
    return 'waits';
  }
  const now = `${context.now().toISOString().slice(0, 19)}Z`;
  const version = isNew ? (latest?.version ?? 0) + 1 : latest.version;
  const reason = version > 1 ? 'UpgradeSucceeded' : 'InstallSucceeded';
  const message = `Helm ${version > 1 ? 'upgrade' : 'install'} succeeded for release ${namespace}/${name}.v${version} with chart ${chart.chart}@${chart.version}`;
  putFluxStatus(
    context,
    object,
    [
      { type: 'Ready', status: 'True', reason, message },
      { type: 'Released', status: 'True', reason, message },
    ],
    {
      observedGeneration: object.metadata.generation,
      lastAttemptedGeneration: object.metadata.generation,
      lastAttemptedRevision: chart.version,
      lastAttemptedConfigDigest: digest,
      lastAttemptedReleaseAction: version > 1 ? 'upgrade' : 'install',
      storageNamespace: namespace,
      history: isNew
        ? [
            {
              name,
              namespace,
              version,
              status: 'deployed',
              chartName: chart.chart,
              chartVersion: chart.version,
              configDigest: digest,
              digest,
              firstDeployed: latest?.firstDeployed ?? now,
              lastDeployed: now,
            },
            ...history
              .slice(0, 1)
              .map(entry => ({ ...entry, status: 'superseded' })),
          ]
        : history,
    },
  );
  return 'done';
}

/** Writes the stand-in for the chart; a sentence where that does not work. */
function install(
  context: FluxContext,
  object: KubernetesObject,
  release: { name: string; namespace: string; chart: string; version: string },
): string | undefined {
  const { labels = {} } = object.metadata;
  const values = specSchema.parse(object.spec).values;
  try {
    const manifests = renderChart({
      ...release,
      values,
      labels: {
        'helm.toolkit.fluxcd.io/name': object.metadata.name,
        'helm.toolkit.fluxcd.io/namespace': object.metadata.namespace ?? '',
        ...(labels['backstage.io/kubernetes-id'] !== undefined && {
          'backstage.io/kubernetes-id': labels['backstage.io/kubernetes-id'],
        }),
      },
      registry: 'ghcr.io/charts',
    }).map(manifest => withNamespace(manifest, release.namespace));
    return applyAll(context, object, manifests);
  } catch (error) {
    if (error instanceof RenderError) {
      return error.message;
    }
    throw error;
  }
}

function findChart(
  { cluster }: FluxContext,
  object: KubernetesObject,
  spec: z.infer<typeof specSchema>,
): { chart: string; version: string } | string {
  const find = (kind: string, name: string, namespace?: string) =>
    cluster.store.get(
      requireResourceType('source.toolkit.fluxcd.io/v1', kind),
      namespace ?? object.metadata.namespace,
      name,
    );
  if (spec.chartRef) {
    const { name, namespace } = spec.chartRef;
    const oci = ociSchema.safeParse(
      find('OCIRepository', name, namespace)?.spec,
    );
    return oci.success
      ? { chart: posix.basename(oci.data.url), version: oci.data.ref.tag }
      : `could not get Source object: ocirepositories.source.toolkit.fluxcd.io "${name}" not found`;
  }
  if (!spec.chart) {
    return 'neither spec.chart nor spec.chartRef is set';
  }
  const { chart, version, sourceRef } = spec.chart.spec;
  return find('HelmRepository', sourceRef.name, sourceRef.namespace)
    ? { chart, version }
    : `HelmChart '${object.metadata.namespace}/${object.metadata.namespace}-${object.metadata.name}' is not ready: helmrepositories.source.toolkit.fluxcd.io "${sourceRef.name}" not found`;
}

function withNamespace(manifest: Manifest, namespace: string): Manifest {
  return findResourceType(manifest)?.namespaced
    ? { ...manifest, metadata: { ...manifest.metadata, namespace } }
    : manifest;
}
