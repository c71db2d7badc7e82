import type { Osd } from '@internal/plugin-ceph-common';
import { entityRefs } from '@internal/gitops-repository';
import type { ManagerReading } from '../manager/ManagerReader';
import type { OsdMap } from '../manager/healthFull';
import type { RookOsd } from './CephReading';
import { known, unread } from './reading';

/** The OSDs; undefined where the role may not read the map. */
export function toOsds(
  { full, osds, observedAt }: ManagerReading,
  ceph: { cluster: string; name: string },
  rook: ReadonlyMap<number, RookOsd>,
): Osd[] | undefined {
  const { osd_map: map } = full;
  if (!map) return undefined;
  const hosts = listHosts(map);
  const classes = new Map(
    map.tree.nodes.map(({ id, device_class: name }) => [id, name]),
  );
  const stats = new Map(osds?.map(osd => [osd.osd, osd.osd_stats]));
  const reason = osds ? 'not-reported' : 'not-reachable';
  return map.osds.map(({ osd: id, up, in: isIn }) => {
    const metadata = map.osd_metadata[String(id)];
    const stat = stats.get(id);
    // An OSD that never told its use has a size of nothing.
    const hasSize = stat !== undefined && stat !== null && stat.kb > 0;
    const bytes = (kibibytes: number) =>
      known(kibibytes * 1024, 'ceph-manager', observedAt);
    const device = Number(metadata?.bluestore_bdev_size ?? NaN);
    const size =
      device > 0 ? known(device, 'ceph-manager', observedAt) : unread(reason);
    return {
      id,
      crushHost: hosts.get(id),
      node: rook.get(id)?.node ?? metadata?.hostname,
      up: up === 1,
      in: isIn === 1,
      deviceClass: classes.get(id),
      sizeBytes: hasSize ? bytes(stat.kb) : size,
      usedBytes: hasSize ? bytes(stat.kb_used) : unread(reason),
      commitLatencyMilliseconds:
        hasSize && stat.perf_stat && up === 1
          ? known(stat.perf_stat.commit_latency_ms, 'ceph-manager', observedAt)
          : unread(reason),
      devices: splitList(metadata?.devices),
      deviceIds: splitList(metadata?.device_ids).map(deviceId =>
        deviceId.slice(deviceId.indexOf('=') + 1),
      ),
      form: rook.get(id)?.form ?? 'unknown',
      entityRef: entityRefs.osd({
        cluster: ceph.cluster,
        ceph: ceph.name,
        id,
      }),
    };
  });
}

/** CRUSH host of each OSD; the nearest one above it. */
function listHosts({ tree: { nodes } }: OsdMap): Map<number, string> {
  return new Map(
    nodes
      .filter(({ type }) => type === 'host')
      .flatMap(({ name, children }) =>
        (children ?? []).filter(id => id >= 0).map(id => [id, name] as const),
      ),
  );
}

function splitList(text: string | undefined): string[] {
  return (text ?? '').split(',').filter(Boolean);
}
