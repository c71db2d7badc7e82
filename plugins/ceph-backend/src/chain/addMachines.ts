import { entityRefs } from '@internal/gitops-repository';
import type { ChainItem } from '@internal/plugin-ceph-common';
import type { Disk } from '@internal/plugin-talos-nodes-common';
import type { Inventory } from '../inventory/Inventory';
import { readyStatus } from '../inventory/kubernetes/nodeSchema';
import type { NodeNames } from '../inventory/NodeNames';
import type { ChainBuilder } from './ChainBuilder';
import { chainIds } from './chainIds';
import type { DiskPlace } from './disks/DiskPlace';

/** Adds the machines of a cluster with their disks, which it lists. */
export function addMachines(
  builder: ChainBuilder,
  inventory: Inventory,
  names: NodeNames,
): DiskPlace[] {
  const { cluster, machines } = inventory;
  const states = listStates(inventory);
  for (const name of names.all) {
    builder.add({
      id: chainIds.node(cluster, name),
      kind: 'node',
      label: name,
      state: states.get(name) ?? 'unknown',
      cluster,
      entityRef: entityRefs.node({ cluster, name }),
    });
  }
  const places = listDisks(inventory);
  for (const { node, disk } of places) {
    const id = chainIds.disk(cluster, node, disk.name);
    builder.add({
      id,
      kind: 'disk',
      label: disk.name,
      detail: describeDisk(disk),
      state: machines.state === 'fresh' ? toState(disk) : 'unknown',
      cluster,
      entityRef: entityRefs.disk({
        cluster,
        node,
        id: disk.serial.known ? disk.serial.value : disk.name,
      }),
    });
    builder.link(chainIds.node(cluster, node), id, 'machine');
  }
  return places;
}

function listStates({
  kubernetes: { nodes },
}: Inventory): Map<string, ChainItem['state']> {
  return new Map(
    nodes.state === 'fresh'
      ? nodes.value.map(node => [
          node.metadata.name,
          readyStatus(node) === 'True' ? 'ok' : 'down',
        ])
      : [],
  );
}

/** Those one could touch; each under the machine's name in Kubernetes. */
function listDisks({ machines }: Inventory): DiskPlace[] {
  if (machines.state === 'unread') return [];
  const known = new Set(machines.value.nodes.map(({ name }) => name));
  return machines.value.disks.flatMap(({ node, disks }) =>
    disks.known && known.has(node)
      ? disks.value
          .filter(disk => disk.class !== 'optical')
          .map(disk => ({ node, disk }))
      : [],
  );
}

function describeDisk({ model, serial }: Disk): string | undefined {
  const parts = [model, serial].flatMap(fact => (fact.known ? fact.value : []));
  return parts.length > 0 ? parts.join(' · ') : undefined;
}

function toState({ healthy }: Disk): ChainItem['state'] {
  if (!healthy.known) return 'unknown';
  return healthy.value ? 'ok' : 'degraded';
}
