import type { KubernetesObject } from '../KubernetesObject';
import { keepPods, listNodesFor } from './keepPods';
import { listPodsOf } from './ownership';
import { isRunning } from './pods';
import { putStatus, type ReconcileContext } from './ReconcileContext';
import { readWorkloadSpec, toHash, type WorkloadSpec } from './workload';

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
  listPodsOf(store, owner)
    .filter(pod => pod.metadata.labels?.[revisionLabel] !== revision)
    .forEach(pod => store.delete(pod));
  const names = toPodNames(context, owner, spec);
  keepPods(context, owner, {
    names,
    template: spec.template,
    labels: { [revisionLabel]: revision },
  });
  const ready = listPodsOf(store, owner).filter(isRunning).length;
  putStatus(
    context,
    owner,
    owner.kind === 'DaemonSet'
      ? {
          desiredNumberScheduled: names.length,
          currentNumberScheduled: names.length,
          updatedNumberScheduled: names.length,
          numberMisscheduled: 0,
          numberReady: ready,
          numberAvailable: ready,
          numberUnavailable: names.length - ready,
        }
      : {
          replicas: names.length,
          currentReplicas: names.length,
          updatedReplicas: names.length,
          readyReplicas: ready,
          availableReplicas: ready,
          currentRevision: revision,
          updateRevision: revision,
        },
  );
}

function toPodNames(
  { store }: ReconcileContext,
  owner: KubernetesObject,
  spec: WorkloadSpec,
): string[] {
  const { name } = owner.metadata;
  return owner.kind === 'DaemonSet'
    ? listNodesFor(store, spec.template).map(
        node => `${name}-${toHash([name, node]).slice(0, 5)}`,
      )
    : Array.from({ length: spec.replicas }, (_, index) => `${name}-${index}`);
}
