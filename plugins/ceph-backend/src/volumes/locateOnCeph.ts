import type { CephDetail, Pool } from '@internal/plugin-ceph-common';
import type { PersistentVolume } from '../inventory/kubernetes/persistentVolumeSchema';
import type { StorageClass } from '../inventory/kubernetes/storageClassSchema';
import type { CephDirectory } from '../model/CephDirectory';
import { parseCephHandle } from './parseCephHandle';

/** Where on Ceph a volume lies. */
export interface CephLocation {
  /** Of the cluster that it runs on. */
  detail: CephDetail;
  /** Its name, also of one that Ceph does not list. */
  poolName: string;
  /** Absent where Ceph lists none of that name or number, or nothing was read. */
  pool?: Pool;
  /** Whether the volume itself names the pool. */
  isProven: boolean;
  image?: string;
}

/** `undefined` where the volume names no Ceph cluster that is known, or no pool can be told. */
export function locateOnCeph(
  volume: PersistentVolume,
  storageClass: StorageClass | undefined,
  cluster: string,
  directory: CephDirectory,
): CephLocation | undefined {
  const { csi } = volume.spec;
  if (!csi) return undefined;
  const handle = parseCephHandle(csi.volumeHandle);
  const attributes = csi.volumeAttributes;
  const clusterId = handle?.clusterId ?? attributes.clusterID;
  const reading =
    clusterId === undefined ? undefined : directory.find(cluster, clusterId);
  if (!reading) return undefined;
  const { detail } = reading;
  const pools = detail.pools.known ? detail.pools.value : [];
  const isFile = csi.driver.endsWith('cephfs.csi.ceph.com');
  const named =
    attributes.dataPool ??
    attributes.pool ??
    (isFile
      ? undefined
      : pools.find(({ id }) => id === handle?.locationId)?.name);
  const likely = isFile
    ? (storageClass?.parameters.pool ??
      findFilePool(
        detail,
        attributes.fsName ?? storageClass?.parameters.fsName,
      ))
    : (storageClass?.parameters.dataPool ?? storageClass?.parameters.pool);
  const poolName = named ?? likely;
  return poolName === undefined
    ? undefined
    : {
        detail,
        poolName,
        pool: pools.find(({ name }) => name === poolName),
        isProven: named !== undefined,
        image: isFile ? attributes.subvolumeName : attributes.imageName,
      };
}

/** Files lie in the first data pool, unless somebody laid them out otherwise. */
function findFilePool(
  { filesystems }: CephDetail,
  name: string | undefined,
): string | undefined {
  return filesystems.known
    ? filesystems.value.find(filesystem => filesystem.name === name)
        ?.dataPools?.[0]
    : undefined;
}
