import {
  type DaemonAddress,
  toAddressVector,
  toOldAddress,
} from '../../model/addresses';
import type { CephStatus, OsdStatus } from '../../model/CephStatus';
import { toFraction } from '../../model/hash';

/** An OSD as the map of OSDs has it. */
export function toOsd(status: CephStatus, osd: OsdStatus) {
  const addresses = toOsdAddresses(status, osd);
  return {
    osd: osd.id,
    up: Number(osd.up),
    in: Number(osd.in),
    weight: Number(osd.in),
    primary_affinity: 1,
    last_clean_begin: 0,
    last_clean_end: 0,
    up_from: osd.upFrom,
    up_thru: Math.max(osd.upFrom, status.epoch - 1),
    down_at: osd.downAt,
    lost_at: 0,
    public_addrs: toAddressVector(addresses.public),
    cluster_addrs: toAddressVector(addresses.cluster),
    heartbeat_back_addrs: toAddressVector(addresses.heartbeatBack),
    heartbeat_front_addrs: toAddressVector(addresses.heartbeatFront),
    state: [
      'exists',
      ...(osd.up ? ['up'] : []),
      ...(osd.fullness ? [osd.fullness] : []),
    ].toSorted(),
    uuid: osd.device.osdUuid,
    public_addr: toOldAddress(addresses.public),
    cluster_addr: toOldAddress(addresses.cluster),
    heartbeat_back_addr: toOldAddress(addresses.heartbeatBack),
    heartbeat_front_addr: toOldAddress(addresses.heartbeatFront),
  };
}

/** Where an OSD listens. */
export function toOsdAddresses(
  { definition }: CephStatus,
  { id, device }: OsdStatus,
) {
  const host =
    definition.hosts.find(({ node }) => node === device.node)?.address ?? '';
  const at = (port: number): DaemonAddress => ({
    host,
    port: 6800 + port,
    nonce: Math.floor(2 ** 31 * toFraction(definition.fsid, 'nonce', id)),
  });
  return {
    public: at(0),
    cluster: at(2),
    heartbeatFront: at(4),
    heartbeatBack: at(6),
  };
}
