import type { KubernetesInventory } from '../inventory/Inventory';
import { readyStatus } from '../inventory/kubernetes/nodeSchema';
import type { Judgement } from './judgePool';

/** How data is that lies on one machine alone. */
export function judgeNode(
  { nodes }: KubernetesInventory,
  name: string | undefined,
): Judgement {
  if (name === undefined) return { state: 'unknown', reason: 'node-not-named' };
  if (nodes.state !== 'fresh') {
    return { state: 'unknown', reason: 'kubernetes-not-read' };
  }
  const node = nodes.value.find(({ metadata }) => metadata.name === name);
  if (!node) return { state: 'lost', reason: 'node-gone' };
  return readyStatus(node) === 'True'
    ? { state: 'ok' }
    : { state: 'blocked', reason: 'node-not-ready' };
}
