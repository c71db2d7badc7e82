import type { CephDetail } from '@internal/plugin-ceph-common';
import type { HealthFull } from '../manager/healthFull';

type Filesystems = Extract<CephDetail['filesystems'], { known: true }>['value'];

/** The filesystems; those who stand by do so for all of them. */
export function toFilesystems({
  fs_map: map,
  osd_map: osdMap,
}: HealthFull): Filesystems | undefined {
  return map?.filesystems.map(({ mdsmap }) => {
    const servers = Object.values(mdsmap.info);
    const pools = mdsmap.data_pools?.map(
      id => osdMap?.pools.find(({ pool }) => pool === id)?.pool_name,
    );
    return {
      name: mdsmap.fs_name,
      active: servers
        .filter(({ state }) => state === 'up:active')
        .map(({ name }) => name),
      standbys: [
        ...servers
          .filter(({ state }) => state === 'up:standby-replay')
          .map(({ name }) => name),
        ...map.standbys.map(({ name }) => name),
      ],
      failed: mdsmap.failed.length + mdsmap.damaged.length,
      dataPools: pools?.every(name => name !== undefined) ? pools : undefined,
    };
  });
}
