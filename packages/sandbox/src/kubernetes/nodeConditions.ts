import type { KubernetesObject } from './KubernetesObject';
import { readConditions } from './workloads/conditions';

/** Whether the kubelet of the node says that it is ready. */
export function isNodeReady(node: KubernetesObject): boolean {
  return readConditions(node).some(
    ({ type, status }) => type === 'Ready' && status === 'True',
  );
}
