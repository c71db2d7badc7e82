import type { KubernetesObject } from '../KubernetesObject';
import type { ObjectStore } from '../ObjectStore';
import { requireResourceType } from '../resourceTypes';
import { endPod } from '../workloads/endPod';
import { isEnding } from '../workloads/pods';
import { readPodSpec } from '../workloads/readPodSpec';
import type { ReconcileContext } from '../workloads/ReconcileContext';
import { readBudget } from './readBudget';

/** What a drain came to; pods as `<namespace>/<name>`. */
export interface DrainResult {
  evicted: string[];
  /** Kept by their budgets. */
  blocked: { pod: string; budget: string }[];
  /** Nobody would make them anew, so they are left alone. */
  bare: string[];
}

const podType = requireResourceType('v1', 'Pod');
const budgetType = requireResourceType('policy/v1', 'PodDisruptionBudget');

/** Ends the pods of a node one after another, as `kubectl drain --ignore-daemonsets` tries it once. */
export function drainNode(
  context: ReconcileContext,
  node: string,
): DrainResult {
  const { store } = context;
  const result: DrainResult = { evicted: [], blocked: [], bare: [] };
  for (const pod of store.list(podType)) {
    const name = `${pod.metadata.namespace}/${pod.metadata.name}`;
    const [owner] = pod.metadata.ownerReferences ?? [];
    if (
      readPodSpec(pod)?.nodeName !== node ||
      isEnding(pod) ||
      owner?.kind === 'DaemonSet' ||
      owner?.kind === 'Node'
    ) {
      continue;
    }
    const budget = findBlockingBudget(store, pod);
    if (!owner) {
      result.bare.push(name);
    } else if (budget) {
      result.blocked.push({ pod: name, budget: budget.metadata.name });
    } else {
      endPod(context, pod);
      result.evicted.push(name);
    }
  }
  return result;
}

/** Budgets follow every pod that ends, so each is asked with what is left of it. */
function findBlockingBudget(
  store: ObjectStore,
  pod: KubernetesObject,
): KubernetesObject | undefined {
  return store.list(budgetType, pod.metadata.namespace).find(object => {
    const budget = readBudget(object);
    return budget?.covers(pod) && budget.allowed <= 0;
  });
}
