import type { KubernetesObject } from '../KubernetesObject';
import { endPod } from './endPod';
import { keepClaims } from './keepClaims';
import { keepPods } from './keepPods';
import { listPodsOf } from './ownership';
import { isAvailable, isEnding } from './pods';
import { putStatus, type ReconcileContext } from './ReconcileContext';
import { toDaemonPods } from './toDaemonPods';
import { readWorkloadSpec, toHash } from './workload';

const revisionLabel = 'controller-revision-hash';

/** Keeps the pods of a StatefulSet or a DaemonSet; a new template replaces them. */
export function reconcilePodSet(
  context: ReconcileContext,
  owner: KubernetesObject,
): void {
  const spec = readWorkloadSpec(owner);
  if (!spec) {
    return;
  }
  const { store } = context;
  const revision = `${owner.metadata.name}-${toHash(spec.template)}`;
  const labels = { [revisionLabel]: revision };
  listPodsOf(store, owner)
    .filter(
      pod =>
        pod.metadata.labels?.[revisionLabel] !== revision && !isEnding(pod),
    )
    .forEach(pod => endPod(context, pod));
  const wanted =
    owner.kind === 'DaemonSet'
      ? toDaemonPods(store, owner, spec.template)
      : keepClaims(store, owner, spec);
  keepPods(
    context,
    owner,
    wanted.map(pod => ({ ...pod, labels: { ...labels, ...pod.labels } })),
  );
  const count = wanted.length;
  const ready = listPodsOf(store, owner).filter(isAvailable).length;
  putStatus(
    context,
    owner,
    owner.kind === 'DaemonSet'
      ? {
          desiredNumberScheduled: count,
          currentNumberScheduled: count,
          updatedNumberScheduled: count,
          numberMisscheduled: 0,
          numberReady: ready,
          numberAvailable: ready,
          numberUnavailable: count - ready,
        }
      : {
          replicas: count,
          currentReplicas: count,
          updatedReplicas: count,
          readyReplicas: ready,
          availableReplicas: ready,
          currentRevision: revision,
          updateRevision: revision,
        },
  );
}
