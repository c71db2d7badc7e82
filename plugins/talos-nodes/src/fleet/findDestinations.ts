import { NodeSummary } from '@internal/plugin-talos-nodes-common';

/** Machines that are ready, by what they would take. */
export interface Destinations {
  /** Any pod that fits. */
  open: NodeSummary[];
  /** Pods that tolerate their taints, and no others. */
  guarded: NodeSummary[];
  /** None: they are cordoned. */
  cordoned: NodeSummary[];
  /** Nobody tells their taints. */
  untold: NodeSummary[];
}

/** Where pods could still go among these machines. */
export function findDestinations(nodes: readonly NodeSummary[]): Destinations {
  const found: Destinations = {
    open: [],
    guarded: [],
    cordoned: [],
    untold: [],
  };
  for (const node of nodes) {
    if (node.state === 'ready') found[kindOf(node)].push(node);
  }
  return found;
}

function kindOf({
  unschedulable,
  taints,
  unread,
}: NodeSummary): keyof Destinations {
  if (!unschedulable.known || unread?.taints) return 'untold';
  if (unschedulable.value) return 'cordoned';
  return taints.some(keepsAway) ? 'guarded' : 'open';
}

/** `PreferNoSchedule` only makes a machine the second choice. */
function keepsAway(taint: string): boolean {
  return taint.endsWith(':NoSchedule') || taint.endsWith(':NoExecute');
}
