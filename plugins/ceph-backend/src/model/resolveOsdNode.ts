import type { Osd } from '@internal/plugin-ceph-common';
import type { NodeNames } from '../inventory/NodeNames';

export interface OsdNode {
  node: string;
  proof: 'placement' | 'crush';
}

/**
 * The machine an OSD runs on. The CRUSH host of an OSD on a claim is the
 * claim, which says nothing of machines.
 */
export function resolveOsdNode(
  { node, crushHost, form }: Osd,
  names: NodeNames,
): OsdNode | undefined {
  if (node !== undefined) {
    return { node: names.find(node) ?? node, proof: 'placement' };
  }
  const found =
    crushHost === undefined || form === 'claim'
      ? undefined
      : names.findByCrushHost(crushHost);
  return found === undefined ? undefined : { node: found, proof: 'crush' };
}
