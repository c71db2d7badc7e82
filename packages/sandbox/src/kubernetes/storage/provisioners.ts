import type { Provisioner } from './Provisioning';
import { provisionCephfs, provisionRbd } from './provisionCeph';
import { provisionLocalPath, provisionOpenebs } from './provisionLocal';
import { provisionLonghorn } from './provisionLonghorn';
import { provisionNfs } from './provisionNfs';

/** Who makes the volumes of a StorageClass, by its `provisioner`. */
export const provisioners: Partial<Record<string, Provisioner>> = {
  'rook-ceph.rbd.csi.ceph.com': provisionRbd,
  'rook-ceph.cephfs.csi.ceph.com': provisionCephfs,
  'openebs.io/local': provisionOpenebs,
  'rancher.io/local-path': provisionLocalPath,
  'driver.longhorn.io': provisionLonghorn,
  'cluster.local/nfs-subdir-external-provisioner': provisionNfs,
};
