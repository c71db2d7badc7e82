import type {
  KubernetesObject,
  Manifest,
} from '../kubernetes/KubernetesObject';
import { RenderError } from '../render/RenderError';
import { buildFluxKustomization } from './buildFluxKustomization';
import { checkHealth, toTargets } from './checkHealth';
import { failed, progressing } from './conditions';
import { findUnreadyDependency } from './findUnreadyDependency';
import {
  applyAll,
  type FluxContext,
  putFluxStatus,
  type ReconcileOutcome,
} from './FluxContext';
import {
  type FluxKustomizationSpec,
  readKustomization,
  toMilliseconds,
} from './FluxKustomization';
import { readVariables } from './readVariables';
import { toInventoryEntry } from './toInventoryEntry';

/** One step of kustomize-controller for one Kustomization. */
export function reconcileKustomization(
  context: FluxContext,
  object: KubernetesObject,
): ReconcileOutcome {
  const spec = readKustomization(object);
  const attempted = { lastAttemptedRevision: context.revision };
  if (typeof spec === 'string') {
    putFluxStatus(context, object, failed('InvalidSpec', spec));
    return 'failed';
  }
  if (spec.suspend) {
    return 'done';
  }
  const dependency = findUnreadyDependency(context, object, spec);
  if (dependency) {
    putFluxStatus(context, object, failed('DependencyNotReady', dependency));
    return 'waits';
  }
  const waiting = context.waitingSince.get(object.metadata.uid);
  const attempt = `${context.revision} ${object.metadata.generation}`;
  if (waiting?.attempt !== attempt) {
    const built = build(context, object, spec);
    if (!built.ok) {
      putFluxStatus(
        context,
        object,
        failed('BuildFailed', built.message),
        attempted,
      );
      return 'failed';
    }
    const refused = applyAll(context, object, built.manifests);
    if (refused !== undefined) {
      putFluxStatus(
        context,
        object,
        failed('ReconciliationFailed', refused),
        attempted,
      );
      return 'failed';
    }
  }
  return finish(context, object, { spec, attempt, attempted });
}

/** The last step: what was written is healthy, or has to become so. */
function finish(
  context: FluxContext,
  object: KubernetesObject,
  options: {
    spec: FluxKustomizationSpec;
    attempt: string;
    attempted: Record<string, unknown>;
  },
): ReconcileOutcome {
  const { revision, cluster } = context;
  const { spec, attempt, attempted } = options;
  const { uid, generation } = object.metadata;
  const manifests = context.applied.get(uid) ?? [];
  const inventory = { entries: manifests.map(toInventoryEntry) };
  const targets = spec.wait ? toTargets(manifests) : spec.healthChecks;
  const health = checkHealth(cluster, targets);
  if (health.outcome === 'healthy') {
    context.waitingSince.delete(uid);
    putFluxStatus(
      context,
      object,
      [
        {
          type: 'Ready',
          status: 'True',
          reason: 'ReconciliationSucceeded',
          message: `Applied revision: ${revision}`,
        },
        ...(targets.length > 0
          ? [
              {
                type: 'Healthy',
                status: 'True' as const,
                reason: 'Succeeded',
                message: 'Health check passed',
              },
            ]
          : []),
      ],
      {
        ...attempted,
        inventory,
        lastAppliedRevision: revision,
        observedGeneration: generation,
      },
    );
    return 'done';
  }
  const known = context.waitingSince.get(uid);
  const waiting =
    known?.attempt === attempt ? known : { attempt, since: context.now() };
  context.waitingSince.set(uid, waiting);
  const waitedMs = context.now().getTime() - waiting.since.getTime();
  if (health.outcome === 'failed' || waitedMs > toMilliseconds(spec.timeout)) {
    const message =
      health.outcome === 'failed'
        ? `health check failed: failed early due to stalled resources: ${health.unhealthy}`
        : `health check failed after ${spec.timeout}: timeout waiting for: ${health.unhealthy}`;
    putFluxStatus(
      context,
      object,
      [
        ...failed('HealthCheckFailed', message),
        {
          type: 'Healthy',
          status: 'False',
          reason: 'HealthCheckFailed',
          message,
        },
      ],
      { ...attempted, inventory },
    );
    return 'waits';
  }
  putFluxStatus(
    context,
    object,
    progressing(
      `Running health checks for revision ${revision} with a timeout of ${spec.timeout}`,
    ),
    { ...attempted, inventory },
  );
  return 'waits';
}

function build(
  context: FluxContext,
  object: KubernetesObject,
  spec: FluxKustomizationSpec,
): { ok: true; manifests: Manifest[] } | { ok: false; message: string } {
  const { name, namespace = '' } = object.metadata;
  try {
    return {
      ok: true,
      manifests: buildFluxKustomization(context.tree, spec, {
        variables: readVariables(context, object, spec),
        labels: {
          'kustomize.toolkit.fluxcd.io/name': name,
          'kustomize.toolkit.fluxcd.io/namespace': namespace,
        },
      }),
    };
  } catch (error) {
    if (error instanceof RenderError) {
      return { ok: false, message: error.message };
    }
    throw error;
  }
}
