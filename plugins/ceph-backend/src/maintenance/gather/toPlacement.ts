import type { Pod } from '@internal/upstream';
import type { Placement } from '../placement/Placement';

/** Resources that are counted, or of which machines have enough. */
const COUNTED = new Set(['cpu', 'memory', 'ephemeral-storage']);

/** Where a pod may run, as far as it must; preferences are left out. */
export function toPlacement({ metadata, spec }: Pod): Placement {
  const { nodeAffinity, podAffinity, podAntiAffinity } = spec.affinity ?? {};
  const apart =
    podAntiAffinity?.requiredDuringSchedulingIgnoredDuringExecution ?? [];
  const together =
    podAffinity?.requiredDuringSchedulingIgnoredDuringExecution ?? [];
  const isOwnNamespace = ({
    namespaces,
    namespaceSelector,
  }: (typeof apart)[number]) =>
    !namespaceSelector &&
    namespaces.every(namespace => namespace === metadata.namespace);
  return {
    nodeSelector: spec.nodeSelector,
    // A term without anything in it matches no machine.
    nodeTerms:
      nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms
        .map(({ matchExpressions, matchFields }) => [
          ...matchExpressions,
          ...matchFields,
        ])
        .filter(term => term.length > 0),
    tolerations: spec.tolerations,
    apart: apart
      .filter(isOwnNamespace)
      .flatMap(({ topologyKey, labelSelector }) =>
        labelSelector ? [{ topologyKey, selector: labelSelector }] : [],
      ),
    spread: spec.topologySpreadConstraints
      .filter(({ whenUnsatisfiable }) => whenUnsatisfiable === 'DoNotSchedule')
      .flatMap(({ topologyKey, maxSkew, labelSelector }) =>
        labelSelector
          ? [{ topologyKey, maxSkew, selector: labelSelector }]
          : [],
      ),
    isUnevaluated:
      together.length > 0 ||
      !apart.every(isOwnNamespace) ||
      [...spec.containers, ...spec.initContainers].some(({ resources }) =>
        Object.keys(resources.requests).some(name => !COUNTED.has(name)),
      ),
  };
}
