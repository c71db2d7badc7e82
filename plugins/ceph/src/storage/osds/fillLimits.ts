import { CephDetail } from '@internal/plugin-ceph-common';

/** Shares of an OSD at which Ceph warns and at which it stops writing. */
export interface FillLimits {
  nearFull: number;
  full: number;
}

/** Those of the cluster; Ceph's own where they are not known. */
export function fillLimits({ usage }: CephDetail): FillLimits {
  return usage.known ? usage.value : { nearFull: 0.85, full: 0.95 };
}
