import type { KubernetesObject } from '../KubernetesObject';
import type { ObjectStore } from '../ObjectStore';
import { requireResourceType } from '../resourceTypes';
import { endPod } from './endPod';
import { listPodsOf } from './ownership';
import { isAvailable, isEnding, isScheduled, toPendingPod } from './pods';
import { putStatus, type ReconcileContext } from './ReconcileContext';
import { readWorkloadSpec, toHash } from './workload';

const podType = requireResourceType('v1', 'Pod');

/** Keeps as many pods as the ReplicaSet says; those that are ending count no more. */
export function reconcileReplicaSet(
  context: ReconcileContext,
  replicaSet: KubernetesObject,
): void {
  const spec = readWorkloadSpec(replicaSet);
  if (!spec) {
    return;
  }
  const { store } = context;
  const kept = listPodsOf(store, replicaSet).filter(pod => !isEnding(pod));
  [...kept]
    .sort((left, right) => toWorth(right) - toWorth(left))
    .slice(spec.replicas)
    .forEach(pod => endPod(context, pod));
  for (let missing = spec.replicas - kept.length; missing > 0; missing -= 1) {
    store.put(
      toPendingPod({
        owner: replicaSet,
        name: toFreshName(store, replicaSet),
        template: spec.template,
        labels: {},
      }),
    );
  }
  const pods = listPodsOf(store, replicaSet).filter(pod => !isEnding(pod));
  const ready = pods.filter(isAvailable).length;
  putStatus(context, replicaSet, {
    replicas: pods.length,
    fullyLabeledReplicas: pods.length,
    readyReplicas: ready,
    availableReplicas: ready,
  });
}

/** Of too many pods those go first that are worth the least. */
function toWorth(pod: KubernetesObject): number {
  return Number(isScheduled(pod)) + Number(isAvailable(pod));
}

/** One that no pod ever had; the same at every start. */
function toFreshName(store: ObjectStore, { metadata }: KubernetesObject) {
  for (let index = 0; ; index += 1) {
    const name = `${metadata.name}-${toHash([metadata.uid, index]).slice(0, 5)}`;
    if (!store.hasHeld(podType, metadata.namespace, name)) {
      return name;
    }
  }
}
