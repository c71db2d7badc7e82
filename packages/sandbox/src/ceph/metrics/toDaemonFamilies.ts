import { toFraction } from '../model/hash';
import type { CephStatus } from '../model/CephStatus';
import { type Family, toFamily } from './Family';

const modules = ['dashboard', 'prometheus', 'pg_autoscaler', 'rook'];

/** Monitors, managers, metadata servers and their file system. */
export function toDaemonFamilies(status: CephStatus): Family[] {
  const { definition, monitors, managers, metadataServers, pools } = status;
  const ceph_version = definition.release.text;
  const poolIds = (application: string) =>
    pools
      .filter(pool => pool.definition.application === application)
      .map(({ id }) => id)
      .join(',');
  const present = managers.filter(({ role }) => role !== 'gone');
  return [
    toFamily(
      'mon_quorum_status',
      'gauge',
      'Monitors in quorum',
      monitors.map(({ name, inQuorum }) => ({
        labels: { ceph_daemon: `mon.${name}` },
        value: Number(inQuorum),
      })),
    ),
    toFamily('fs_metadata', 'untyped', 'FS Metadata', [
      {
        labels: {
          data_pools: poolIds('cephfs-data'),
          fs_id: '1',
          metadata_pool: poolIds('cephfs-metadata'),
          name: definition.filesystem,
        },
        value: 1,
      },
    ]),
    toFamily(
      'mds_metadata',
      'untyped',
      'MDS Metadata',
      metadataServers
        .filter(({ role }) => role === 'active')
        .map(({ name, node, address }) => ({
          labels: {
            ceph_daemon: `mds.${name}`,
            fs_id: '1',
            hostname: node,
            public_addr: `${address}:6817/${Math.floor(2 ** 31 * toFraction('nonce', name))}`,
            rank: '0',
            ceph_version,
          },
          value: 1,
        })),
    ),
    toFamily(
      'mon_metadata',
      'untyped',
      'MON Metadata',
      monitors.map(({ name, node, address, rank }) => ({
        labels: {
          ceph_daemon: `mon.${name}`,
          hostname: node,
          public_addr: address,
          rank: String(rank),
          ceph_version,
        },
        value: 1,
      })),
    ),
    toFamily(
      'mgr_metadata',
      'gauge',
      'MGR metadata',
      present.map(({ name, node }) => ({
        labels: { ceph_daemon: `mgr.${name}`, hostname: node, ceph_version },
        value: 1,
      })),
    ),
    toFamily(
      'mgr_status',
      'gauge',
      'MGR status (0=standby, 1=active)',
      present.map(({ name, role }) => ({
        labels: { ceph_daemon: `mgr.${name}` },
        value: Number(role === 'active'),
      })),
    ),
    toFamily(
      'mgr_module_status',
      'gauge',
      'MGR module status (0=disabled, 1=enabled, 2=auto-enabled)',
      modules.map(name => ({ labels: { name }, value: 1 })),
    ),
    toFamily(
      'mgr_module_can_run',
      'gauge',
      'MGR module runnable state i.e. can it run (0=no, 1=yes)',
      modules.map(name => ({ labels: { name }, value: 1 })),
    ),
  ];
}
