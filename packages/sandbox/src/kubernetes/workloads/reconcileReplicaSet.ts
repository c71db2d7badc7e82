import type { KubernetesObject } from '../KubernetesObject';
import { keepPods } from './keepPods';
import { listPodsOf } from './ownership';
import { isRunning } from './pods';
import { putStatus, type ReconcileContext } from './ReconcileContext';
import { readWorkloadSpec, toHash } from './workload';

/** Keeps as many pods as the ReplicaSet says. */
export function reconcileReplicaSet(
  context: ReconcileContext,
  replicaSet: KubernetesObject,
): void {
  const spec = readWorkloadSpec(replicaSet);
  if (!spec) {
    return;
  }
  const { name, uid } = replicaSet.metadata;
  keepPods(context, replicaSet, {
    names: Array.from(
      { length: spec.replicas },
      (_, index) => `${name}-${toHash([uid, index]).slice(0, 5)}`,
    ),
    template: spec.template,
    labels: {},
  });
  const pods = listPodsOf(context.store, replicaSet);
  const ready = pods.filter(isRunning).length;
  putStatus(context, replicaSet, {
    replicas: pods.length,
    fullyLabeledReplicas: pods.length,
    readyReplicas: ready,
    availableReplicas: ready,
  });
}
