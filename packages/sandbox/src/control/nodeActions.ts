import { z } from 'zod';
import type { Cluster } from '../kubernetes/Cluster';
import type { Action } from './addActions';

/** What an operator does to a node by kubectl. */
export const nodeChanges = ['cordon', 'uncordon', 'drain'] as const;
export type NodeChange = (typeof nodeChanges)[number];

const nodeSchema = z.object({
  cluster: z.string(),
  node: z.string(),
  change: z.enum(nodeChanges),
});
/** As the form has it: `<cluster>/<node>` in one field. */
const nodeFormSchema = z.preprocess(value => {
  const parsed = z.looseObject({ node: z.string() }).safeParse(value);
  const [cluster, node] = parsed.data?.node.split('/') ?? [];
  return node === undefined ? value : { ...parsed.data, cluster, node };
}, nodeSchema);

/**
 * Does to nodes what kubectl does: `POST /nodes` ({cluster, node, change}). A
 * drain that leaves pods behind fails, with why; the node stays cordoned, and
 * the drain can be tried again.
 */
export function toNodeActions(
  clusters: ReadonlyMap<string, Cluster>,
): Record<string, Action> {
  return {
    '/nodes': body => {
      const { cluster: name, node, change } = nodeFormSchema.parse(body);
      const cluster = clusters.get(name);
      if (!cluster) {
        throw new Error(
          `There is no cluster ${name}; there is ${[...clusters.keys()].join(', ')}.`,
        );
      }
      switch (change) {
        case 'cordon':
          cluster.cordon(node);
          return;
        case 'uncordon':
          cluster.uncordon(node);
          return;
        default:
          drain(cluster, node);
      }
    },
  };
}

function drain(cluster: Cluster, node: string): void {
  const { blocked, bare } = cluster.drain(node);
  const problems = [
    ...blocked.map(
      ({ pod, budget }) =>
        `Cannot evict pod ${pod} as it would violate the pod's disruption budget ${budget}.`,
    ),
    ...bare.map(
      pod => `Cannot delete pod ${pod}, which declares no controller.`,
    ),
  ];
  if (problems.length > 0) {
    throw new Error(problems.join(' '));
  }
}
