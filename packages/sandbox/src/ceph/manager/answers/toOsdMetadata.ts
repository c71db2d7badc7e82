import { toAddressText } from '../../model/addresses';
import type { CephStatus, OsdStatus } from '../../model/CephStatus';
import { toMonitorTime } from '../../model/toCephTime';
import { toOsdAddresses } from './toOsd';

/** What an OSD tells of itself when it starts, with what Rook gives its container. */
export function toOsdMetadata(status: CephStatus, osd: OsdStatus) {
  const { release } = status.definition;
  const { device } = osd;
  const addresses = toOsdAddresses(status, osd);
  const isReef = release.name === 'reef';
  const data = `/var/lib/ceph/osd/ceph-${osd.id}`;
  return {
    hostname: device.node,
    arch: 'x86_64',
    back_addr: toAddressText(addresses.cluster),
    back_iface: '',
    bluefs: '1',
    bluefs_dedicated_db: '0',
    bluefs_dedicated_wal: '0',
    bluefs_single_shared_device: '1',
    ...(isReef && { bluestore_allocation_from_file: '1' }),
    bluestore_bdev_access_mode: 'blk',
    bluestore_bdev_block_size: '4096',
    ...(!isReef && { bluestore_bdev_devices: device.name }),
    bluestore_bdev_driver: 'KernelDevice',
    ...(isReef && { bluestore_bdev_optimal_io_size: '0' }),
    bluestore_bdev_path: `${data}/block`,
    bluestore_bdev_rotational: '0',
    bluestore_bdev_size: String(device.bytes),
    bluestore_bdev_support_discard: '1',
    bluestore_bdev_type: 'ssd',
    bluestore_min_alloc_size: '4096',
    ceph_release: release.name,
    ceph_version: release.text,
    ceph_version_short: release.version,
    ceph_version_when_created: release.text,
    container_hostname: osd.pod,
    container_image: `quay.io/ceph/ceph:v${release.version}`,
    container_name: 'osd',
    cpu: 'AMD Ryzen',
    created_at: toMonitorTime(status.startedAt),
    default_device_class: 'ssd',
    device_ids: `${device.name}=${toDeviceId(device)}`,
    device_paths: `${device.name}=/dev/disk/by-id/nvme-${toDeviceId(device)}`,
    devices: device.name,
    distro: 'centos',
    distro_description: isReef ? 'CentOS Stream 9' : 'CentOS Stream 8',
    distro_version: isReef ? '9' : '8',
    front_addr: toAddressText(addresses.public),
    front_iface: '',
    hb_back_addr: toAddressText(addresses.heartbeatBack),
    hb_front_addr: toAddressText(addresses.heartbeatFront),
    journal_rotational: '0',
    kernel_description: '#1 SMP Talos',
    kernel_version: '6.18.18-talos',
    mem_swap_kb: '0',
    mem_total_kb: '32768000',
    network_numa_unknown_ifaces: 'back_iface,front_iface',
    ...(!isReef && { objectstore_numa_unknown_devices: device.name }),
    os: 'Linux',
    osd_data: data,
    osd_objectstore: 'bluestore',
    osdspec_affinity: '',
    pod_name: osd.pod,
    pod_namespace: 'rook-ceph',
    rotational: '0',
  };
}

/** Model and serial number, without blanks. */
function toDeviceId({ model, serial }: OsdStatus['device']): string {
  return `${model}_${serial}`.replaceAll(' ', '_');
}
