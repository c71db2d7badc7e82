import type { KubernetesObject } from '../KubernetesObject';
import type { ObjectStore } from '../ObjectStore';
import { requireResourceType } from '../resourceTypes';
import { readPodSpec } from '../workloads/readPodSpec';
import type { PodSpec } from '../workloads/workload';
import { readQuantity } from './quantity';

/** Amounts by resource: processors, bytes, pods. */
export type Resources = Record<string, number>;

const podType = requireResourceType('v1', 'Pod');

/** What the containers of a pod ask for together, and the place of the pod itself. */
export function toRequests(spec: PodSpec): Resources {
  const total: Resources = { pods: 1 };
  for (const { resources } of spec.containers) {
    // A limit without a request is one, as the API server has it.
    const wanted = { ...resources?.limits, ...resources?.requests };
    for (const [name, quantity] of Object.entries(wanted)) {
      total[name] = (total[name] ?? 0) + readQuantity(quantity);
    }
  }
  return total;
}

/** What the pods that are bound to a node ask for, node by node. */
export function sumRequests(store: ObjectStore): Map<string, Resources> {
  const sums = new Map<string, Resources>();
  for (const pod of store.list(podType)) {
    const spec = readPodSpec(pod);
    if (spec?.nodeName === undefined || hasEnded(pod)) {
      continue;
    }
    const sum = sums.get(spec.nodeName) ?? {};
    sums.set(spec.nodeName, sum);
    for (const [name, amount] of Object.entries(toRequests(spec))) {
      sum[name] = (sum[name] ?? 0) + amount;
    }
  }
  return sums;
}

function hasEnded({ status }: KubernetesObject): boolean {
  return (
    typeof status === 'object' &&
    status !== null &&
    'phase' in status &&
    (status.phase === 'Succeeded' || status.phase === 'Failed')
  );
}
