import { type KubernetesObject, toOwnerReference } from '../KubernetesObject';
import { requireResourceType } from '../resourceTypes';
import { type Condition, withTransitionTimes } from './conditions';
import { listPodsOf, listReplicaSetsOf } from './ownership';
import { isAvailable, isBackingOff, isEnding } from './pods';
import { putStatus, type ReconcileContext } from './ReconcileContext';
import { readWorkloadSpec, toHash, type WorkloadSpec } from './workload';

const replicaSetType = requireResourceType('apps/v1', 'ReplicaSet');

/** Rolls out the pod template: old pods go once the new ones run, or before these where the strategy is `Recreate`. */
export function reconcileDeployment(
  context: ReconcileContext,
  deployment: KubernetesObject,
): void {
  const spec = readWorkloadSpec(deployment);
  if (!spec) {
    return;
  }
  const { store } = context;
  const current = putReplicaSet(context, deployment, spec);
  const updated = listPodsOf(store, current).filter(pod => !isEnding(pod));
  const isComplete = updated.filter(isAvailable).length >= spec.replicas;
  if (isComplete || spec.strategy.type === 'Recreate') {
    listReplicaSetsOf(store, deployment)
      .filter(replicaSet => replicaSet.metadata.uid !== current.metadata.uid)
      .forEach(replicaSet =>
        store.put({
          ...replicaSet,
          spec: { ...readWorkloadSpec(replicaSet), replicas: 0 },
        }),
      );
  }
  const pods = listReplicaSetsOf(store, deployment).flatMap(replicaSet =>
    listPodsOf(store, replicaSet),
  );
  const available = pods.filter(isAvailable).length;
  putStatus(context, deployment, {
    replicas: pods.length,
    updatedReplicas: updated.length,
    readyReplicas: available,
    availableReplicas: available,
    unavailableReplicas: Math.max(0, spec.replicas - available),
    conditions: withTransitionTimes(
      [
        toAvailable(available >= spec.replicas),
        toProgressing(current, isComplete, updated.some(isBackingOff)),
      ],
      deployment,
      context.now(),
    ),
  });
}

function putReplicaSet(
  { store }: ReconcileContext,
  deployment: KubernetesObject,
  spec: WorkloadSpec,
): KubernetesObject {
  const hash = toHash(spec.template);
  const hashLabel = { 'pod-template-hash': hash };
  const { namespace } = deployment.metadata;
  const isBlocked =
    spec.strategy.type === 'Recreate' &&
    listReplicaSetsOf(store, deployment).some(
      replicaSet =>
        replicaSet.metadata.labels?.['pod-template-hash'] !== hash &&
        listPodsOf(store, replicaSet).length > 0,
    );
  const name = `${deployment.metadata.name}-${hash}`;
  return store.put({
    ...store.get(replicaSetType, namespace, name),
    apiVersion: 'apps/v1',
    kind: 'ReplicaSet',
    metadata: {
      name,
      namespace,
      labels: { ...spec.template.metadata.labels, ...hashLabel },
      ownerReferences: [toOwnerReference(deployment)],
    },
    spec: {
      replicas: isBlocked ? 0 : spec.replicas,
      selector: { matchLabels: { ...spec.selector.matchLabels, ...hashLabel } },
      template: {
        ...spec.template,
        metadata: {
          ...spec.template.metadata,
          labels: { ...spec.template.metadata.labels, ...hashLabel },
        },
      },
    },
  });
}

function toAvailable(isEnough: boolean): Condition {
  return {
    type: 'Available',
    status: isEnough ? 'True' : 'False',
    reason: isEnough
      ? 'MinimumReplicasAvailable'
      : 'MinimumReplicasUnavailable',
    message: `Deployment ${isEnough ? 'has' : 'does not have'} minimum availability.`,
  };
}

function toProgressing(
  replicaSet: KubernetesObject,
  isComplete: boolean,
  isFailing: boolean,
): Condition {
  const subject = `ReplicaSet "${replicaSet.metadata.name}"`;
  if (isFailing) {
    return {
      type: 'Progressing',
      status: 'False',
      reason: 'ProgressDeadlineExceeded',
      message: `${subject} has timed out progressing.`,
    };
  }
  return isComplete
    ? {
        type: 'Progressing',
        status: 'True',
        reason: 'NewReplicaSetAvailable',
        message: `${subject} has successfully progressed.`,
      }
    : {
        type: 'Progressing',
        status: 'True',
        reason: 'ReplicaSetUpdated',
        message: `${subject} is progressing.`,
      };
}
