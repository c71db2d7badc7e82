/** The REST API and the numbers of each Ceph cluster are systems of their own. */
export const cephSystems = [
  'pitower-ceph',
  'pitower-ceph-metrics',
  'infra-ceph',
  'infra-ceph-metrics',
] as const;
export type CephSystem = (typeof cephSystems)[number];
