/** What may be the matter with a Ceph cluster, and that nothing is. */
export const cephScenarios = [
  'healthy',
  'osd-down',
  'host-down-noout',
  'two-hosts-down',
  'mon-down',
  'quorum-lost',
  'near-full',
  'full',
  'recovering',
  'inconsistent-pg',
  'muted-check',
  'mds-gone',
  'mgr-gone',
  'mgr-standby',
  'operator-gone',
  'no-permission',
  'account-locked',
] as const;
export type CephScenario = (typeof cephScenarios)[number];

export const osdChanges = ['stop', 'start', 'out', 'in'] as const;
export type OsdChange = (typeof osdChanges)[number];
