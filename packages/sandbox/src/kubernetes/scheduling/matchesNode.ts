import type { KubernetesObject } from '../KubernetesObject';
import type { NodeSelectorTerm, PodSpec } from '../workloads/workload';

/** Whether a pod's selector and affinity take the node. */
export function matchesSelectors(
  spec: PodSpec,
  node: KubernetesObject,
): boolean {
  const { labels = {} } = node.metadata;
  const required =
    spec.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution;
  return (
    Object.entries(spec.nodeSelector ?? {}).every(
      ([key, value]) => labels[key] === value,
    ) &&
    (required === undefined || matchesTerms(required.nodeSelectorTerms, node))
  );
}

/** Whether the node matches one of the terms. */
export function matchesTerms(
  terms: NodeSelectorTerm[],
  node: KubernetesObject,
): boolean {
  const { labels = {}, name } = node.metadata;
  return terms.some(
    ({ matchExpressions, matchFields }) =>
      matchExpressions.every(requirement => matches(requirement, labels)) &&
      matchFields.every(requirement =>
        matches(requirement, { 'metadata.name': name }),
      ),
  );
}

function matches(
  {
    key,
    operator,
    values,
  }: { key: string; operator: string; values: string[] },
  given: Record<string, string>,
): boolean {
  const value = given[key];
  const [limit] = values;
  switch (operator) {
    case 'In':
      return value !== undefined && values.includes(value);
    case 'NotIn':
      return value === undefined || !values.includes(value);
    case 'Exists':
      return value !== undefined;
    case 'DoesNotExist':
      return value === undefined;
    case 'Gt':
      return Number(value) > Number(limit);
    case 'Lt':
      return Number(value) < Number(limit);
    default:
      return false;
  }
}
