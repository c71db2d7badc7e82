import { ServiceUnavailableError } from '@backstage/errors';
import {
  machineDisksListSchema,
  type MachineDisksList,
  nodeListSchema,
  type NodeSummary,
} from '@internal/plugin-talos-nodes-common';
import type { ClusterKey } from '../ClusterKey';
import type { PluginReader } from './PluginReader';

export interface ObservedMachines {
  machines: NodeSummary[];
  disks: MachineDisksList['items'];
}

/** Throws `ServiceUnavailableError` where nobody was asked yet. */
export async function readMachines(
  reader: PluginReader,
  { platform, cluster }: ClusterKey,
): Promise<ObservedMachines> {
  const query = new URLSearchParams({ platform, cluster });
  const [nodes, disks] = await Promise.all([
    reader.read('talos-nodes', `/nodes?${query}`, nodeListSchema),
    reader.read('talos-nodes', `/disks?${query}`, machineDisksListSchema),
  ]);
  const wasRead = nodes.clusters.some(({ sources }) =>
    sources.some(
      ({ source, observedAt }) =>
        source !== 'git' && source !== 'prometheus' && observedAt !== undefined,
    ),
  );
  if (!wasRead && nodes.items.length === 0) {
    throw new ServiceUnavailableError(
      `The machines of ${cluster} were not read yet`,
    );
  }
  return { machines: nodes.items, disks: disks.items };
}
