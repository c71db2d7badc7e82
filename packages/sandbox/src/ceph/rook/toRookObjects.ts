import { toCephCluster, toExternalCephCluster } from './toCephCluster';
import type { RookObjects } from './RookOperator';

/** All that Rook keeps where Ceph runs. */
export const toRookObjects: RookObjects = (ceph, report, operator) => [
  toCephCluster(ceph, report, operator),
];

/** What it keeps where Ceph is used from outside. */
export const toExternalObjects: RookObjects = (ceph, report, operator) => [
  toExternalCephCluster(ceph, report, operator),
];
