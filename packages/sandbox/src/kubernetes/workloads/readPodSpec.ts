import type { KubernetesObject } from '../KubernetesObject';
import { type PodSpec, podSpecSchema } from './workload';

const known = new WeakMap<KubernetesObject, PodSpec | undefined>();

/** The spec of a pod of the store; undefined where it is none. Objects of the store never change, so each is read once. */
export function readPodSpec(pod: KubernetesObject): PodSpec | undefined {
  if (!known.has(pod)) {
    known.set(pod, podSpecSchema.safeParse(pod.spec).data);
  }
  return known.get(pod);
}
