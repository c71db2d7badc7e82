import type { CephStatus } from '../../model/CephStatus';
import { toMonitorTime } from '../../model/toCephTime';

/** What the leader of the monitors tells of them. */
export function toMonitorStatus(status: CephStatus) {
  const { monitors, definition, election, quorumSince, at } = status;
  const { release } = definition;
  const quorum = monitors.filter(({ inQuorum }) => inQuorum);
  const leader = quorum[0] ?? monitors[0];
  const ageSeconds = (since: Date) =>
    Math.max(0, Math.floor((at.getTime() - since.getTime()) / 1000));
  const group = (num: number) => [
    {
      features: release.features.hexadecimal,
      release: release.name === 'reef' ? 'reef' : 'luminous',
      num,
    },
  ];
  return {
    name: leader?.name ?? '',
    rank: leader?.rank ?? 0,
    state: 'leader',
    election_epoch: election,
    ...(release.number >= 17 && {
      uptime: ageSeconds(status.startedAt) + 86_400,
    }),
    quorum: quorum.map(({ rank }) => rank),
    quorum_age: ageSeconds(quorumSince),
    features: {
      required_con: '2449958747317026820',
      required_mon: release.monitorFeatures,
      quorum_con: release.features.decimal,
      quorum_mon: release.monitorFeatures,
    },
    outside_quorum: [],
    extra_probe_peers: [],
    sync_provider: [],
    monmap: {
      epoch: 3,
      fsid: definition.fsid,
      modified: toMonitorTime(status.startedAt),
      created: toMonitorTime(status.startedAt),
      min_mon_release: release.number,
      min_mon_release_name: release.name,
      election_strategy: 1,
      // So spelt by Ceph.
      'disallowed_leaders: ': '',
      stretch_mode: false,
      tiebreaker_mon: '',
      'removed_ranks: ': '',
      features: { persistent: release.monitorFeatures, optional: [] },
      mons: monitors.map(({ rank, name, address }) => ({
        rank,
        name,
        public_addrs: {
          addrvec: [
            { type: 'v2', addr: `${address}:3300`, nonce: 0 },
            { type: 'v1', addr: `${address}:6789`, nonce: 0 },
          ],
        },
        addr: `${address}:6789/0`,
        public_addr: `${address}:6789/0`,
        priority: 0,
        weight: 0,
        crush_location: '{}',
      })),
    },
    feature_map: {
      mon: group(quorum.length),
      mds: group(
        status.metadataServers.filter(({ role }) => role !== 'gone').length,
      ),
      osd: group(status.osds.filter(({ up }) => up).length),
      client: group(2),
      mgr: group(status.managers.filter(({ role }) => role !== 'gone').length),
    },
    stretch_mode: false,
  };
}
