import type { Manifest } from './KubernetesObject';

/** Kinds that others need come first. */
const kindOrder = ['Namespace', 'StorageClass', 'ServiceAccount', 'ConfigMap'];

/** Objects in an order in which an API server takes them. */
export function sortForApply(manifests: Manifest[]): Manifest[] {
  return [...manifests].sort((left, right) => toOrder(left) - toOrder(right));
}

function toOrder(manifest: Manifest): number {
  const index = kindOrder.indexOf(manifest.kind);
  return index === -1 ? kindOrder.length : index;
}
