import type { MachineFacts, Taint } from '../facts/MachineFacts';
import { matchesRequirement } from './matchesSelector';
import type { Placement, Toleration } from './Placement';

const ARCHITECTURE = 'kubernetes.io/arch';

/**
 * Whether a pod of `from` may run on `to` by architecture, selector, node
 * affinity and taints. What its image is built for is not known: another
 * architecture counts only where the pod itself names it.
 */
export function allowsMachine(
  { nodeSelector, nodeTerms, tolerations }: Placement,
  from: MachineFacts,
  to: MachineFacts,
): boolean {
  const { labels } = to;
  const architecture = labels[ARCHITECTURE];
  const terms = nodeTerms?.filter(term =>
    term.every(requirement => matchesRequirement(requirement, labels)),
  );
  const isNamed =
    terms?.some(term =>
      term.some(
        ({ key, operator, values }) =>
          key === ARCHITECTURE &&
          operator === 'In' &&
          architecture !== undefined &&
          values.includes(architecture),
      ),
    ) ?? false;
  return (
    (isNamed || architecture === from.labels[ARCHITECTURE]) &&
    Object.entries(nodeSelector).every(
      ([key, value]) => labels[key] === value,
    ) &&
    (terms === undefined || terms.length > 0) &&
    to.taints
      .filter(({ effect }) => effect !== 'PreferNoSchedule')
      .every(taint => tolerations.some(tolerates(taint)))
  );
}

function tolerates(taint: Taint) {
  return ({ key, operator = 'Equal', value = '', effect }: Toleration) =>
    (effect === undefined || effect === taint.effect) &&
    (key === undefined || key === '' || key === taint.key) &&
    (operator === 'Exists' || (key !== undefined && value === taint.value));
}
