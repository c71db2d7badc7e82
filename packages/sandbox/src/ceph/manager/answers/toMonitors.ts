import type { CephStatus } from '../../model/CephStatus';
import { toMonitorStatus } from './toMonitorStatus';
import { toSamples } from './toSamples';

/** The monitors, in the quorum and out of it. */
export function toMonitors(status: CephStatus) {
  const monitorStatus = toMonitorStatus(status);
  const { monmap, quorum } = monitorStatus;
  const mons = monmap.mons.map(monitor => ({
    ...monitor,
    stats: { num_sessions: toSamples(status, () => 6) },
  }));
  return {
    mon_status: { ...monitorStatus, monmap: { ...monmap, mons } },
    in_quorum: mons.filter(({ rank }) => quorum.includes(rank)),
    out_quorum: mons.filter(({ rank }) => !quorum.includes(rank)),
  };
}
