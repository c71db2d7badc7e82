import type { VolumeKind } from '@internal/plugin-ceph-common';
import type { PersistentVolume } from '../inventory/kubernetes/persistentVolumeSchema';

const LOCAL_DRIVERS = new Set([
  'local.csi.openebs.io',
  'zfs.csi.openebs.io',
  'topolvm.io',
  'topolvm.cybozu.com',
]);

/** By what the volume itself says, never by the name of its class. */
export function toVolumeKind({ spec }: PersistentVolume): VolumeKind {
  if (spec.nfs) return 'nfs';
  if (spec.local || spec.hostPath) return 'local';
  const driver = spec.csi?.driver ?? '';
  // Rook puts the operator's namespace before the driver's name.
  if (/(?:^|\.)rbd\.csi\.ceph\.com$/.test(driver)) return 'ceph-rbd';
  if (/(?:^|\.)cephfs\.csi\.ceph\.com$/.test(driver)) return 'cephfs';
  if (driver === 'nfs.csi.k8s.io') return 'nfs';
  if (driver === 'driver.longhorn.io') return 'longhorn';
  return LOCAL_DRIVERS.has(driver) ? 'local' : 'other';
}
