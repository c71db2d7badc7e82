/** What tells one release of Ceph from another. */
export interface CephRelease {
  name: 'pacific' | 'reef';
  number: number;
  /** Such as `18.2.7`. */
  version: string;
  /** As daemons name themselves. */
  text: string;
  /** What monitors agree on, up to this release. */
  monitorFeatures: string[];
  /** What clients and daemons must be able to do, as a number in decimal and in hexadecimal. */
  features: { decimal: string; hexadecimal: string };
  /** Of the addresses of the REST API; those not named are 1.0. */
  apiVersions: Record<string, string>;
  /** Whether OSDs and hosts come page by page. */
  pages: boolean;
  /** The pool in which the manager keeps what is its own. */
  managerPool: { name: string; application: string };
  /** How an acting set names a missing shard. */
  missingShard: string;
}

const oldFeatures = [
  'kraken',
  'luminous',
  'mimic',
  'osdmap-prune',
  'nautilus',
  'octopus',
  'pacific',
  'elector-pinging',
];

export const pacific: CephRelease = {
  name: 'pacific',
  number: 16,
  version: '16.2.15',
  text: 'ceph version 16.2.15 (618f440892089921c3e944a991122ddc44e60516) pacific (stable)',
  monitorFeatures: oldFeatures,
  features: {
    decimal: '4540138314316775423',
    hexadecimal: '0x3f01cfbdfffdffff',
  },
  apiVersions: { '/api/osd/settings': '0.1', '/api/host': '1.1' },
  pages: false,
  managerPool: {
    name: 'device_health_metrics',
    application: 'mgr_devicehealth',
  },
  missingShard: '2147483647',
};

export const reef: CephRelease = {
  name: 'reef',
  number: 18,
  version: '18.2.7',
  text: 'ceph version 18.2.7 (6b0e988052ec84cf2d4a54ff9bbbc5e720b621ad) reef (stable)',
  monitorFeatures: [...oldFeatures, 'quincy', 'reef'],
  features: {
    decimal: '4540138322906710015',
    hexadecimal: '0x3f01cfbffffdffff',
  },
  apiVersions: {
    '/api/osd': '1.1',
    '/api/osd/settings': '0.1',
    '/api/host': '1.3',
    '/api/crush_rule': '2.0',
  },
  pages: true,
  managerPool: { name: '.mgr', application: 'mgr' },
  missingShard: 'NONE',
};
