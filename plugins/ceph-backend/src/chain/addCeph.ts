import type {
  CephDetail,
  ChainItem,
  Osd,
  Pool,
} from '@internal/plugin-ceph-common';
import type { NodeNames } from '../inventory/NodeNames';
import { resolveOsdNode } from '../model/resolveOsdNode';
import { judgePool } from '../volumes/judgePool';
import type { ChainBuilder } from './ChainBuilder';
import { chainIds } from './chainIds';
import type { DiskPlace } from './disks/DiskPlace';
import { joinDisks } from './disks/joinDisks';
import { toItemState } from './toItemState';

interface Surroundings {
  names: NodeNames;
  disks: readonly DiskPlace[];
}

/** Adds the OSDs of a Ceph cluster with the disks they store on, and its pools. */
export function addCeph(
  builder: ChainBuilder,
  ceph: CephDetail,
  { names, disks }: Surroundings,
): void {
  const osds = ceph.osdList.known ? ceph.osdList.value : [];
  const places = {
    on: (name: string) => disks.filter(({ node }) => node === name),
    all: disks,
  };
  for (const osd of osds) {
    builder.add(toOsdItem(ceph, osd));
    // Machines of a cluster that the portal does not read are not its own.
    if (!ceph.external) addPlace(builder, ceph, osd, names, places);
  }
  for (const pool of ceph.pools.known ? ceph.pools.value : []) {
    const id = chainIds.pool(ceph, pool.name);
    builder.add({
      id,
      kind: 'pool',
      label: pool.name,
      detail: `size ${pool.size}, min_size ${pool.minSize}`,
      state: toItemState(judgePool(ceph, pool).state),
      cluster: ceph.cluster,
      entityRef: ceph.entityRef,
    });
    linkOsds(builder, ceph, pool, osds);
  }
}

function addPlace(
  builder: ChainBuilder,
  ceph: CephDetail,
  osd: Osd,
  names: NodeNames,
  places: Parameters<typeof joinDisks>[2],
) {
  const { cluster } = ceph;
  const id = chainIds.osd(ceph, osd.id);
  const place = resolveOsdNode(osd, names);
  const joined = joinDisks(osd, place?.node, places);
  for (const { node, disk, proof } of joined) {
    builder.link(chainIds.disk(cluster, node, disk.name), id, proof);
  }
  const isReached = joined.some(
    ({ node, proof }) => proof !== 'none' && node === place?.node,
  );
  if (!place || isReached) return;
  const node = chainIds.node(cluster, place.node);
  builder.add({
    id: node,
    kind: 'node',
    label: place.node,
    state: 'unknown',
    cluster,
  });
  builder.link(node, id, place.proof);
}

function toOsdItem(ceph: CephDetail, osd: Osd): ChainItem {
  return {
    id: chainIds.osd(ceph, osd.id),
    kind: 'osd',
    label: `osd.${osd.id}`,
    detail:
      [osd.deviceClass, ...osd.deviceIds].filter(Boolean).join(' · ') ||
      undefined,
    state: toOsdState(ceph, osd),
    cluster: ceph.cluster,
    entityRef: osd.entityRef,
  };
}

function toOsdState({ health }: CephDetail, osd: Osd): ChainItem['state'] {
  if (health === 'unknown') return 'unknown';
  if (!osd.up) return 'down';
  return osd.in ? 'ok' : 'degraded';
}

function linkOsds(
  builder: ChainBuilder,
  ceph: CephDetail,
  pool: Pool,
  osds: readonly Osd[],
) {
  const isFollowed = pool.osds !== undefined;
  const chosen = new Set(pool.osds);
  for (const { id, deviceClass } of osds) {
    const isLikely =
      pool.deviceClass === undefined || pool.deviceClass === deviceClass;
    if (isFollowed ? chosen.has(id) : isLikely) {
      builder.link(
        chainIds.osd(ceph, id),
        chainIds.pool(ceph, pool.name),
        isFollowed ? 'crush' : 'none',
      );
    }
  }
}
