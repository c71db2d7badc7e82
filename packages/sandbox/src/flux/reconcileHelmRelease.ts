import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { KubernetesObject } from '../kubernetes/KubernetesObject';
import { checkHealth, toTargets } from './checkHealth';
import { failed, isReady, progressing } from './conditions';
import { findChart } from './findChart';
import {
  type FluxContext,
  putFluxStatus,
  type ReconcileOutcome,
} from './FluxContext';
import { readHelmRelease } from './HelmRelease';
import { installRelease } from './installRelease';

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
  const spec = readHelmRelease(object);
  if (typeof spec === 'string') {
    putFluxStatus(context, object, failed('InvalidSpec', spec));
    return 'failed';
  }
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
    const problem = installRelease(context, object, {
      ...chart,
      name,
      namespace,
      values: spec.values,
    });
    if (problem !== undefined) {
      putFluxStatus(
        context,
        object,
        failed(latest ? 'UpgradeFailed' : 'InstallFailed', problem),
      );
      return 'failed';
    }
  }
  const health = checkHealth(
    context.cluster,
    toTargets(context.applied.get(object.metadata.uid) ?? []),
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
