import { toFraction } from '../../model/hash';
import type { CephStatus, DaemonStatus } from '../../model/CephStatus';
import {
  type DaemonAddress,
  toAddressVector,
  toOldAddress,
} from '../../model/addresses';
import { toCephTime } from '../../model/toCephTime';

const compatibility = {
  feature_1: 'base v0.20',
  feature_2: 'client writeable ranges',
  feature_3: 'default file layouts on dirs',
  feature_4: 'dir inode in separate object',
  feature_5: 'mds uses versioned encoding',
  feature_6: 'dirfrag is stored in omap',
};
const newerCompatibility = {
  feature_8: 'no anchor table',
  feature_9: 'file layout v2',
  feature_10: 'snaprealm v2',
};
const filesystemCompatibility = {
  compat: {},
  ro_compat: {},
  incompat: {
    ...compatibility,
    feature_7: 'mds uses inline data',
    ...newerCompatibility,
  },
};

/** The file systems with their metadata servers. */
export function toFilesystemMap(status: CephStatus) {
  return {
    epoch: 12,
    default_fscid: 1,
    compat: {
      compat: {},
      ro_compat: {},
      incompat: { ...compatibility, ...newerCompatibility },
    },
    feature_flags: { enable_multiple: true, ever_enabled_multiple: true },
    standbys: status.metadataServers
      .filter(({ role }) => role === 'standby')
      .map(server => toServer(status, server)),
    filesystems: toFilesystems(status),
  };
}

/** Each file system; there is one. */
export function toFilesystems(status: CephStatus) {
  const { definition, metadataServers, pools } = status;
  const isReef = definition.release.name === 'reef';
  const active = metadataServers.find(({ role }) => role === 'active');
  const poolIds = (application: string) =>
    pools
      .filter(pool => pool.definition.application === application)
      .map(({ id }) => id);
  return [
    {
      mdsmap: {
        epoch: 12,
        flags: 18,
        ...(isReef && {
          flags_state: {
            joinable: true,
            allow_snaps: true,
            allow_multimds_snaps: true,
            allow_standby_replay: false,
            refuse_client_session: false,
            refuse_standby_for_another_fs: false,
            balance_automate: false,
          },
        }),
        ever_allowed_features: 0,
        explicitly_allowed_features: 0,
        tableserver: 0,
        root: 0,
        session_timeout: 60,
        session_autoclose: 300,
        required_client_features: {},
        max_file_size: 1_099_511_627_776,
        ...(isReef && { max_xattr_size: 65_536 }),
        last_failure: 0,
        last_failure_osd_epoch: 0,
        compat: filesystemCompatibility,
        max_mds: 1,
        in: [0],
        up: active ? { mds_0: toServerId(active) } : {},
        failed: active ? [] : [0],
        damaged: [],
        stopped: [],
        info: active
          ? { [`gid_${toServerId(active)}`]: toServer(status, active) }
          : {},
        data_pools: poolIds('cephfs-data'),
        metadata_pool: poolIds('cephfs-metadata')[0] ?? 0,
        enabled: true,
        fs_name: definition.filesystem,
        balancer: '',
        ...(isReef && { bal_rank_mask: '-1' }),
        standby_count_wanted: 0,
        created: toCephTime(status.startedAt),
        modified: toCephTime(status.quorumSince),
      },
      id: 1,
    },
  ];
}

function toServerId({ name }: DaemonStatus): number {
  return 4_000 + Math.floor(1_000 * toFraction('mds', name));
}

function toServer({ definition }: CephStatus, server: DaemonStatus) {
  const isActive = server.role === 'active';
  const address: DaemonAddress = {
    host: server.address,
    port: 6816,
    nonce: Math.floor(2 ** 31 * toFraction('nonce', server.name)),
  };
  return {
    gid: toServerId(server),
    name: server.name,
    rank: isActive ? 0 : -1,
    incarnation: isActive ? 4 : 0,
    state: isActive ? 'up:active' : 'up:standby',
    state_seq: 2,
    addr: toOldAddress(address),
    addrs: toAddressVector(address),
    join_fscid: -1,
    export_targets: [],
    // Larger than JavaScript's numbers hold; rounded as they are read.
    features: Number(definition.release.features.decimal),
    flags: 0,
    compat: filesystemCompatibility,
  };
}
