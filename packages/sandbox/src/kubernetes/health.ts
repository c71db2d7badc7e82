import { z } from 'zod';
import type { KubernetesObject } from './KubernetesObject';
import { readConditions } from './workloads/conditions';

/** From best to worst, as Argo CD sums up. */
const healthOrder = [
  'Healthy',
  'Suspended',
  'Progressing',
  'Missing',
  'Degraded',
  'Unknown',
] as const;
export type HealthStatus = (typeof healthOrder)[number];

export interface Health {
  status: HealthStatus;
  message?: string;
}

const countsSchema = z.looseObject({
  spec: z.looseObject({ replicas: z.number().default(1) }),
  status: z
    .looseObject({
      updatedReplicas: z.number().default(0),
      readyReplicas: z.number().default(0),
      availableReplicas: z.number().default(0),
      replicas: z.number().default(0),
      desiredNumberScheduled: z.number().default(0),
      numberAvailable: z.number().default(0),
    })
    .optional(),
});

const phaseSchema = z.looseObject({ phase: z.string() });

/** The health of one live object; undefined for kinds that have none. */
export function toHealth(object: KubernetesObject): Health | undefined {
  switch (object.kind) {
    case 'Deployment':
    case 'StatefulSet':
    case 'DaemonSet':
      return toWorkloadHealth(object);
    case 'ExternalSecret':
    case 'ClusterSecretStore':
    case 'Certificate':
      return toConditionHealth(object, 'Ready');
    case 'Gateway':
      return toConditionHealth(object, 'Programmed');
    case 'PersistentVolumeClaim':
      return toClaimHealth(object);
    case 'Service':
    case 'HTTPRoute':
      return { status: 'Healthy' };
    default:
      return undefined;
  }
}

/** The worst of all; an application of nothing is healthy. */
export function worstHealth(statuses: HealthStatus[]): HealthStatus {
  return statuses.reduce<HealthStatus>(
    (worst, status) =>
      healthOrder.indexOf(status) > healthOrder.indexOf(worst) ? status : worst,
    'Healthy',
  );
}

function toWorkloadHealth(object: KubernetesObject): Health {
  const parsed = countsSchema.safeParse(object);
  const counts = parsed.data?.status;
  if (!parsed.success || !counts) {
    return {
      status: 'Progressing',
      message: 'Waiting for rollout to finish: observed generation is missing',
    };
  }
  const late = readConditions(object).find(
    condition => condition.reason === 'ProgressDeadlineExceeded',
  );
  if (late) {
    return {
      status: 'Degraded',
      message: `Deployment "${object.metadata.name}" exceeded its progress deadline`,
    };
  }
  const wanted =
    object.kind === 'DaemonSet'
      ? counts.desiredNumberScheduled
      : parsed.data.spec.replicas;
  const available =
    object.kind === 'DaemonSet'
      ? counts.numberAvailable
      : Math.min(counts.updatedReplicas, counts.availableReplicas);
  const superfluous =
    object.kind === 'Deployment' && counts.replicas > counts.updatedReplicas;
  return available >= wanted && !superfluous
    ? { status: 'Healthy' }
    : {
        status: 'Progressing',
        message: `Waiting for rollout to finish: ${available} of ${wanted} updated replicas are available...`,
      };
}

function toClaimHealth({ status }: KubernetesObject): Health {
  switch (phaseSchema.safeParse(status).data?.phase) {
    case 'Bound':
      return { status: 'Healthy' };
    case 'Lost':
      return { status: 'Degraded' };
    default:
      return { status: 'Progressing' };
  }
}

function toConditionHealth(object: KubernetesObject, type: string): Health {
  const condition = readConditions(object).find(one => one.type === type);
  if (!condition) {
    return { status: 'Progressing' };
  }
  return condition.status === 'True'
    ? { status: 'Healthy' }
    : { status: 'Degraded', message: condition.reason };
}
