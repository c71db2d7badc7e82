import type { Manifest } from '../kubernetes/KubernetesObject';
import { findResourceType } from '../kubernetes/resourceTypes';

/** Names an object as the inventory of a Kustomization does. */
export function toInventoryEntry(manifest: Manifest) {
  const [first = '', second] = manifest.apiVersion.split('/');
  const { namespace = '', name } = manifest.metadata;
  const isNamespaced = findResourceType(manifest)?.namespaced !== false;
  return {
    id: [
      isNamespaced ? namespace : '',
      name.replaceAll(':', '__'),
      second === undefined ? '' : first,
      manifest.kind,
    ].join('_'),
    v: second ?? first,
  };
}
