import type { KubernetesObject } from '../KubernetesObject';
import type { ObjectStore } from '../ObjectStore';
import { findResourceType, requireResourceType } from '../resourceTypes';

const podType = requireResourceType('v1', 'Pod');
const replicaSetType = requireResourceType('apps/v1', 'ReplicaSet');

export function isOwnedBy(
  object: KubernetesObject,
  owner: KubernetesObject,
): boolean {
  return (
    object.metadata.ownerReferences?.some(
      reference => reference.uid === owner.metadata.uid,
    ) ?? false
  );
}

export function listPodsOf(
  store: ObjectStore,
  owner: KubernetesObject,
): KubernetesObject[] {
  return store
    .list(podType, owner.metadata.namespace)
    .filter(pod => isOwnedBy(pod, owner));
}

export function listReplicaSetsOf(
  store: ObjectStore,
  deployment: KubernetesObject,
): KubernetesObject[] {
  return store
    .list(replicaSetType, deployment.metadata.namespace)
    .filter(replicaSet => isOwnedBy(replicaSet, deployment));
}

/** The owner of an object, if it is still there. */
export function findOwner(
  store: ObjectStore,
  object: KubernetesObject,
): KubernetesObject | undefined {
  const [reference] = object.metadata.ownerReferences ?? [];
  const type = reference && findResourceType(reference);
  const owner =
    type && store.get(type, object.metadata.namespace, reference.name);
  return owner && isOwnedBy(object, owner) ? owner : undefined;
}
