import { z } from 'zod';
import type {
  KubernetesObject,
  Manifest,
} from '../kubernetes/KubernetesObject';
import {
  findResourceType,
  requireResourceType,
} from '../kubernetes/resourceTypes';
import { RenderError } from '../render/RenderError';
import { buildFluxKustomization } from './buildFluxKustomization';
import { checkHealth, type HealthTarget } from './checkHealth';
import { failed, isReady, progressing } from './conditions';
import {
  applyAll,
  type FluxContext,
  kustomizationType,
  putFluxStatus,
  type ReconcileOutcome,
} from './FluxContext';
import {
  type FluxKustomizationSpec,
  readKustomization,
  toMilliseconds,
} from './FluxKustomization';

const dataSchema = z.looseObject({
  data: z.record(z.string(), z.string()).default({}),
});
const statusSchema = z.looseObject({
  lastAppliedRevision: z.string().optional(),
});

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
  const targets = listTargets(spec, manifests);
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

/** Those written down in the Kustomization win over those of ConfigMaps. */
function readVariables(
  { cluster }: FluxContext,
  object: KubernetesObject,
  { postBuild }: FluxKustomizationSpec,
): Record<string, string> | undefined {
  if (!postBuild) {
    return undefined;
  }
  const variables: Record<string, string> = {};
  for (const { kind, name, optional } of postBuild.substituteFrom) {
    const found = cluster.store.get(
      requireResourceType('v1', kind),
      object.metadata.namespace,
      name,
    );
    if (!found && !optional) {
      throw new RenderError(
        `post build failed for '${object.metadata.name}': substitute from '${kind}/${name}' error: ${kind.toLowerCase()}s "${name}" not found`,
      );
    }
    Object.assign(variables, dataSchema.safeParse(found).data?.data);
  }
  return { ...variables, ...postBuild.substitute };
}

function findUnreadyDependency(
  { cluster, revision }: FluxContext,
  object: KubernetesObject,
  spec: FluxKustomizationSpec,
): string | undefined {
  for (const dependency of spec.dependsOn) {
    const namespace = dependency.namespace ?? object.metadata.namespace;
    const found = cluster.store.get(
      kustomizationType,
      namespace,
      dependency.name,
    );
    const label = `${namespace}/${dependency.name}`;
    if (!found) {
      return `dependency '${label}' not found: kustomizations.kustomize.toolkit.fluxcd.io "${dependency.name}" not found`;
    }
    if (!isReady(found)) {
      return `dependency '${label}' is not ready`;
    }
    if (
      statusSchema.safeParse(found.status).data?.lastAppliedRevision !==
      revision
    ) {
      return `dependency '${label}' revision is not up to date`;
    }
  }
  return undefined;
}

function listTargets(
  spec: FluxKustomizationSpec,
  manifests: Manifest[],
): HealthTarget[] {
  return spec.wait
    ? manifests.map(({ apiVersion, kind, metadata }) => ({
        apiVersion,
        kind,
        name: metadata.name,
        namespace: metadata.namespace,
      }))
    : spec.healthChecks;
}

/** Names an object as the inventory of a Kustomization does. */
function toInventoryEntry(manifest: Manifest) {
  const [first = '', second] = manifest.apiVersion.split('/');
  const { namespace = '', name } = manifest.metadata;
  const isNamespaced = findResourceType(manifest)?.namespaced !== false;
  return {
    id: [
      isNamespaced ? namespace : '',
      name.replaceAll(':', '__'),
      second === undefined ? '' : first,
      manifest.kind,
    ].join('_'),
    v: second ?? first,
  };
}
