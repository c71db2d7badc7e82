import type { PersistentVolume } from '../inventory/kubernetes/persistentVolumeSchema';
import type { NodeNames } from '../inventory/NodeNames';

const NODE_KEYS = new Set([
  'kubernetes.io/hostname',
  'topology.hostpath.csi/node',
  'openebs.io/nodename',
  'topology.topolvm.io/node',
]);

/**
 * Nodes that a volume may be used on, as its affinity says. A name that no
 * node has is kept: its node is gone.
 */
export function listBoundNodes(
  { spec }: PersistentVolume,
  names: NodeNames,
): string[] {
  const terms = spec.nodeAffinity?.required?.nodeSelectorTerms ?? [];
  const found = terms.flatMap(({ matchExpressions, matchFields }) => [
    ...matchExpressions
      .filter(({ key, operator }) => NODE_KEYS.has(key) && operator === 'In')
      .flatMap(({ values }) => values.map(value => names.find(value) ?? value)),
    ...matchFields
      .filter(
        ({ key, operator }) => key === 'metadata.name' && operator === 'In',
      )
      .flatMap(({ values }) => values),
  ]);
  return [...new Set(found)];
}
