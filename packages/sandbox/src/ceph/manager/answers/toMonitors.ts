import type { CephStatus } from '../../model/CephStatus';
import { toMonitorStatus } from './toMonitorStatus';
import { toSamples } from './toSamples';

/** The monitors, in the quorum and out of it. */
export function toMonitors(status: CephStatus) {
  const { feature_map: _features, ...monitorStatus } = toMonitorStatus(status);
  const list = (inQuorum: boolean) =>
    monitorStatus.monmap.mons
      .filter(({ rank }) => monitorStatus.quorum.includes(rank) === inQuorum)
      .map(monitor => ({
        ...monitor,
        stats: { num_sessions: toSamples(status, () => 6) },
      }));
  return {
    mon_status: toMonitorStatus(status),
    in_quorum: list(true),
    out_quorum: list(false),
  };
}
