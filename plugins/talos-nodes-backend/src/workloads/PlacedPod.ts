import type { Workload } from '@internal/plugin-talos-nodes-common';
import type { Pod } from '@internal/upstream';

/** A pod that is on a machine, as far as it is kept between two readings. */
export interface PlacedPod extends Pick<
  Workload,
  'node' | 'namespace' | 'pod' | 'phase' | 'ready' | 'controller'
> {
  labels: Record<string, string>;
}

/** `undefined` for one that is on no machine: not yet, or no longer. */
export function toPlacedPod({
  metadata,
  spec,
  status,
}: Pod): PlacedPod | undefined {
  const { phase, conditions } = status;
  const hasEnded = phase === 'Succeeded' || phase === 'Failed';
  if (!spec.nodeName || hasEnded) return undefined;
  return {
    node: spec.nodeName,
    namespace: metadata.namespace,
    pod: metadata.name,
    phase,
    ready: conditions.some(
      ({ type, status: is }) => type === 'Ready' && is === 'True',
    ),
    controller: toController(metadata),
    labels: metadata.labels,
  };
}

/** People know a Deployment by its name, not the ReplicaSet it made. */
function toController({
  ownerReferences,
  labels,
}: Pod['metadata']): PlacedPod['controller'] {
  const owner = ownerReferences.find(({ controller }) => controller);
  if (!owner) return undefined;
  const { kind, name } = owner;
  const hash = labels['pod-template-hash'];
  return kind === 'ReplicaSet' && hash && name.endsWith(`-${hash}`)
    ? { kind: 'Deployment', name: name.slice(0, -hash.length - 1) }
    : { kind, name };
}
