import { chainIds } from './chainIds';
import type { StorageModel } from '../model/StorageModel';

/** What the chain is asked of; without any, all of the cluster. */
export interface ChainStart {
  cluster: string;
  node?: string;
  osd?: number;
  pool?: string;
  volume?: string;
  app?: string;
  ceph?: string;
}

/** Ids of the items that are meant; some may not be in the chain. */
export function findStarts(model: StorageModel, start: ChainStart): string[] {
  const { cluster, node, osd, pool, volume, app } = start;
  if (node !== undefined) return [chainIds.node(cluster, node)];
  if (volume !== undefined) return [chainIds.volume(cluster, volume)];
  if (app !== undefined) return [`app:${app}`];
  const cephs = model.findCeph(cluster, start.ceph).map(({ detail }) => detail);
  if (osd !== undefined) return cephs.map(ceph => chainIds.osd(ceph, osd));
  if (pool !== undefined) return cephs.map(ceph => chainIds.pool(ceph, pool));
  return start.ceph === undefined
    ? listCluster(model, cluster)
    : cephs.flatMap(ceph => [
        ...known(ceph.osdList).map(({ id }) => chainIds.osd(ceph, id)),
        ...known(ceph.pools).map(({ name }) => chainIds.pool(ceph, name)),
      ]);
}

function listCluster({ chain, volumes }: StorageModel, cluster: string) {
  return [
    ...volumes
      .filter(volume => volume.cluster === cluster)
      .map(({ name }) => chainIds.volume(cluster, name)),
    ...chain.items
      .filter(item => item.kind === 'node' && item.cluster === cluster)
      .map(({ id }) => id),
  ];
}

function known<T>(
  reading: { known: true; value: T[] } | { known: false },
): T[] {
  return reading.known ? reading.value : [];
}
