import type { CephStatus, OsdStatus } from '../model/CephStatus';
import { type Family, toFamily } from './Family';

const flags = [
  'noup',
  'nodown',
  'noout',
  'noin',
  'nobackfill',
  'norebalance',
  'norecover',
  'noscrub',
  'nodeep-scrub',
];

/** OSDs and the flags of their map. */
export function toOsdFamilies(status: CephStatus): Family[] {
  const { definition, osds } = status;
  const each = (
    name: string,
    help: string,
    toValue: (osd: OsdStatus) => number,
    type: Family['type'] = 'untyped',
  ) =>
    toFamily(
      name,
      type,
      help,
      osds.map(osd => ({
        labels: { ceph_daemon: `osd.${osd.id}` },
        value: toValue(osd),
      })),
    );
  return [
    toFamily(
      'osd_metadata',
      'untyped',
      'OSD Metadata',
      osds.map(({ id, device }) => {
        const address =
          definition.hosts.find(({ node }) => node === device.node)?.address ??
          '';
        return {
          labels: {
            back_iface: '',
            ceph_daemon: `osd.${id}`,
            cluster_addr: address,
            device_class: 'ssd',
            front_iface: '',
            hostname: device.node,
            objectstore: 'bluestore',
            public_addr: address,
            ceph_version: definition.release.text,
          },
          value: 1,
        };
      }),
    ),
    ...flags.map(flag =>
      toFamily(
        `osd_flag_${flag.replace('-', '_')}`,
        'untyped',
        `OSD Flag ${flag}`,
        Number(status.flags.includes(flag)),
      ),
    ),
    each('osd_weight', 'OSD status weight', osd => Number(osd.in)),
    each('osd_up', 'OSD status up', osd => Number(osd.up)),
    each('osd_in', 'OSD status in', osd => Number(osd.in)),
    each(
      'osd_apply_latency_ms',
      'OSD stat apply_latency_ms',
      ({ latency }) => latency,
      'gauge',
    ),
    each(
      'osd_commit_latency_ms',
      'OSD stat commit_latency_ms',
      ({ latency }) => latency,
      'gauge',
    ),
    // Newer managers leave these to an exporter of their own.
    ...(definition.release.name === 'pacific'
      ? [
          each('osd_numpg', 'Placement groups', osd => osd.groups, 'gauge'),
          each(
            'osd_stat_bytes',
            'OSD size',
            ({ device }) => device.bytes,
            'gauge',
          ),
          each(
            'osd_stat_bytes_used',
            'Used space',
            ({ usedBytes }) => usedBytes,
            'gauge',
          ),
        ]
      : []),
  ];
}
