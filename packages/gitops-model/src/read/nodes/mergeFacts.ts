import type { NodeFacts } from './readMachineConfig';

type MergedFacts = NodeFacts &
  Required<Pick<NodeFacts, 'addresses' | 'taints' | 'labels'>>;

/** Later facts win; lists are joined, as Talos joins them. */
export function mergeFacts(parts: readonly NodeFacts[]): MergedFacts {
  return parts.reduce<MergedFacts>(
    (merged, facts) => ({
      ...merged,
      ...facts,
      addresses: [...merged.addresses, ...(facts.addresses ?? [])],
      taints: [...merged.taints, ...(facts.taints ?? [])],
      labels: { ...merged.labels, ...facts.labels },
    }),
    { addresses: [], taints: [], labels: {} },
  );
}
