import { listImages } from '../kubernetes/images';
import type { KubernetesObject } from '../kubernetes/KubernetesObject';
import type { ObjectStore } from '../kubernetes/ObjectStore';
import { findResourceType } from '../kubernetes/resourceTypes';
import { isOwnedBy } from '../kubernetes/workloads/ownership';
import type { ApplicationState } from './ApplicationState';
import { toHealth } from '../kubernetes/health';

/** The objects of an application and all that these made, each with its parents. */
export function toResourceTree(state: ApplicationState, store: ObjectStore) {
  const roots = (state.synced?.manifests ?? []).flatMap(manifest => {
    const type = findResourceType(manifest);
    const { namespace, name } = manifest.metadata;
    const object =
      type && store.get(type, type.namespaced ? namespace : undefined, name);
    return object ? [object] : [];
  });
  const nodes: { object: KubernetesObject; parent?: KubernetesObject }[] =
    roots.map(object => ({ object }));
  const all = store.all();
  for (const { object: parent } of nodes) {
    all
      .filter(object => isOwnedBy(object, parent))
      .forEach(object => nodes.push({ object, parent }));
  }
  return {
    nodes: nodes.map(({ object, parent }) => ({
      ...toReference(object),
      parentRefs: parent && [toReference(parent)],
      resourceVersion: object.metadata.resourceVersion,
      createdAt: object.metadata.creationTimestamp,
      images: listImages(object),
      health: toHealth(object),
    })),
  };
}

function toReference(object: KubernetesObject) {
  const type = findResourceType(object);
  return {
    ...(type?.group && { group: type.group }),
    version: type?.version,
    kind: object.kind,
    namespace: object.metadata.namespace,
    name: object.metadata.name,
    uid: object.metadata.uid,
  };
}
