import type { KubernetesObject } from '../KubernetesObject';
import type { ObjectStore } from '../ObjectStore';
import { requireResourceType } from '../resourceTypes';

/** What a step of the controllers works on. */
export interface ReconcileContext {
  store: ObjectStore;
  /** ISO 8601, in whole seconds. */
  now(): string;
}

/** Replaces the status of an object that is still there. */
export function putStatus(
  { store }: ReconcileContext,
  object: KubernetesObject,
  status: Record<string, unknown>,
): void {
  const { namespace, name, uid } = object.metadata;
  const current = store.get(
    requireResourceType(object.apiVersion, object.kind),
    namespace,
    name,
  );
  if (current?.metadata.uid === uid) {
    store.put({
      ...current,
      status: { observedGeneration: current.metadata.generation, ...status },
    });
  }
}
