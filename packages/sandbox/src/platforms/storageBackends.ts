import { cephDefinitions } from '../ceph/definition/cephDefinitions';
import type { StorageBackends } from '../kubernetes/storage/Provisioning';

/** Where the volumes of each cluster lie. */
export const storageBackends = {
  edgit: {
    localPath: '/var/mnt/local-path',
    nfs: { server: '192.168.0.20', path: '/export/k8s' },
  },
  pitower: toCephBackends('pitower'),
  infra: { ...toCephBackends('infra'), openebsPath: '/var/mnt/openebs' },
  /** Has no Ceph of its own: its images lie in that of infra. */
  apps: { ...toCephBackends('infra'), openebsPath: '/var/mnt/openebs' },
} satisfies Record<string, StorageBackends>;

/** Ceph counts pools and filesystems from 1. */
function toCephBackends(cluster: string): StorageBackends {
  const ceph = cephDefinitions.find(one => one.cluster === cluster);
  const pools = ceph?.pools ?? [];
  const data = pools.find(({ application }) => application === 'cephfs-data');
  return {
    cephPools: Object.fromEntries(
      pools.map(({ name }, index) => [name, index + 1]),
    ),
    ...(ceph &&
      data && {
        cephFilesystems: {
          [ceph.filesystem]: { id: 1, dataPool: data.name },
        },
      }),
  };
}
