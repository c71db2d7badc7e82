import type { KubernetesObject } from '../KubernetesObject';
import { requireResourceType } from '../resourceTypes';
import { isNodeReady } from '../nodeConditions';
import { isEnding } from './pods';
import { readPodSpec } from './readPodSpec';
import type { ReconcileContext } from './ReconcileContext';

const nodeType = requireResourceType('v1', 'Node');

/** Deletes a pod. On a node that nobody hears of it stays as ending, until its kubelet can say that it ended. */
export function endPod(
  { store, now }: ReconcileContext,
  pod: KubernetesObject,
): void {
  const name = readPodSpec(pod)?.nodeName;
  const node =
    name === undefined ? undefined : store.get(nodeType, undefined, name);
  if (!node || isNodeReady(node)) {
    store.delete(pod);
  } else if (!isEnding(pod)) {
    store.put({
      ...pod,
      metadata: {
        ...pod.metadata,
        deletionTimestamp: now(),
        deletionGracePeriodSeconds: 30,
      },
    });
  }
}
