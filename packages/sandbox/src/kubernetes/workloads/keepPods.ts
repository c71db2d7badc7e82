import type { KubernetesObject } from '../KubernetesObject';
import { requireResourceType } from '../resourceTypes';
import { endPod } from './endPod';
import { listPodsOf } from './ownership';
import { isEnding, toPendingPod } from './pods';
import type { ReconcileContext } from './ReconcileContext';
import type { PodTemplate } from './workload';

const podType = requireResourceType('v1', 'Pod');

/** Gives an owner the pods of these names and no others; one that is ending keeps its name until it is gone. */
export function keepPods(
  context: ReconcileContext,
  owner: KubernetesObject,
  wanted: {
    name: string;
    template: PodTemplate;
    labels: Record<string, string>;
  }[],
): void {
  const { store } = context;
  const names = new Set(wanted.map(({ name }) => name));
  listPodsOf(store, owner)
    .filter(pod => !names.has(pod.metadata.name) && !isEnding(pod))
    .forEach(pod => endPod(context, pod));
  for (const { name, template, labels } of wanted) {
    if (!store.get(podType, owner.metadata.namespace, name)) {
      store.put(toPendingPod({ owner, name, template, labels }));
    }
  }
}
