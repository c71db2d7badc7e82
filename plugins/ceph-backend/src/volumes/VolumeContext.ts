import type { Claim } from '../inventory/kubernetes/claimSchema';
import type { StorageClass } from '../inventory/kubernetes/storageClassSchema';
import { lastKnown } from '../inventory/Kept';
import { NodeNames } from '../inventory/NodeNames';
import type { CephDirectory } from '../model/CephDirectory';
import type { ClusterReading } from '../model/ClusterReading';
import { resolveOsdNode } from '../model/resolveOsdNode';
import { UsageIndex } from './UsageIndex';

/** What the volumes of one cluster are told from, looked up once. */
export interface VolumeContext {
  reading: ClusterReading;
  directory: CephDirectory;
  names: NodeNames;
  usage: UsageIndex;
  classes: ReadonlyMap<string, StorageClass>;
  /** By `<namespace>/<name>`. */
  claims: ReadonlyMap<string, Claim>;
  /** Machines that volumes are attached to, by the volume's name. */
  attachments: ReadonlyMap<string, string[]>;
  /** Machines that the copies of a pool lie on; by Ceph cluster and pool. */
  nodesOfPool: (ceph: string, pool: string) => readonly string[];
}

export function createVolumeContext(
  reading: ClusterReading,
  directory: CephDirectory,
  namesOf: (cluster: string) => NodeNames,
): VolumeContext {
  const { cluster, kubernetes } = reading.inventory;
  const nodesOfPool = new Map(
    directory.homes.flatMap(({ detail }) => listPoolNodes(detail, namesOf)),
  );
  return {
    reading,
    directory,
    names: namesOf(cluster),
    usage: new UsageIndex(reading.inventory),
    classes: new Map(
      lastKnown(kubernetes.storageClasses).map(found => [
        found.metadata.name,
        found,
      ]),
    ),
    claims: new Map(
      lastKnown(kubernetes.claims).map(found => [
        `${found.metadata.namespace}/${found.metadata.name}`,
        found,
      ]),
    ),
    attachments: listAttachments(kubernetes.attachments),
    nodesOfPool: (ceph, pool) => nodesOfPool.get(`${ceph}/${pool}`) ?? [],
  };
}

function listAttachments(
  attachments: ClusterReading['inventory']['kubernetes']['attachments'],
): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { spec, status } of lastKnown(attachments)) {
    const name = spec.source.persistentVolumeName;
    if (name === undefined || !status.attached) continue;
    found.set(name, [...(found.get(name) ?? []), spec.nodeName].sort());
  }
  return found;
}

function listPoolNodes(
  detail: CephDirectory['homes'][number]['detail'],
  namesOf: (cluster: string) => NodeNames,
): [string, string[]][] {
  const names = namesOf(detail.cluster);
  const osds = detail.osdList.known ? detail.osdList.value : [];
  const nodes = new Map(
    osds.map(osd => [osd.id, resolveOsdNode(osd, names)?.node]),
  );
  const pools = detail.pools.known ? detail.pools.value : [];
  return pools.map(pool => [
    `${detail.entityRef}/${pool.name}`,
    [...new Set((pool.osds ?? []).flatMap(id => nodes.get(id) ?? []))].sort(),
  ]);
}
