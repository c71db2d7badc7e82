import { type CephState, isRunning } from './CephState';
import type { CephStatus, DaemonStatus, MonitorStatus } from './CephStatus';
import { judgeHealth } from './judgeHealth';
import { observeOsds } from './observeOsds';
import { observePlacementGroups } from './observePlacementGroups';
import { observePools } from './observePools';
import { observeThroughput } from './observeThroughput';
import { toUsage } from './usage';

/** How the cluster is now. */
export function observeCeph(state: CephState, now: Date): CephStatus {
  const { definition } = state;
  const usage = toUsage(state, now);
  const groups = observePlacementGroups(state, usage);
  const osds = observeOsds(state, groups, usage, now);
  const pools = observePools(state, { usage, osds, groups });
  const monitors = observeMonitors(state);
  const base = {
    at: now,
    startedAt: state.startedAt,
    definition,
    epoch: state.epoch,
    election: state.election,
    quorumSince: state.quorumSince,
    monitors,
    hasQuorum: hasQuorum(monitors),
    managers: observeDaemons(state, 'mgr', ({ manager }) => manager),
    metadataServers: observeDaemons(
      state,
      'mds',
      ({ metadataServer }) => metadataServer,
    ),
    osds,
    groups,
    pools,
    totals: {
      bytes: sum(osds.map(({ device }) => device.bytes)),
      usedBytes: sum(osds.map(({ usedBytes }) => usedBytes)),
    },
    objects: {
      count: sum(groups.map(({ objects }) => objects)),
      copies: sum(groups.map(({ copies }) => copies)),
      degraded: sum(groups.map(({ degraded }) => degraded)),
      misplaced: sum(groups.map(({ misplaced }) => misplaced)),
    },
    throughput: observeThroughput(state, groups, osds, now),
    flags: [
      ...state.flags,
      'pglog_hardlimit',
      'purged_snapdirs',
      'recovery_deletes',
      'sortbitwise',
    ].toSorted(),
    nodeFlags: Object.fromEntries(state.nodeFlags),
  };
  return { ...base, ...judgeHealth(base, state.mutes) };
}

/** All of them; those that are gone are out of the quorum, if there is one. */
export function observeMonitors(state: CephState): MonitorStatus[] {
  return state.definition.hosts
    .flatMap(({ node, address, monitor }) =>
      monitor === undefined ? [] : [{ name: monitor, node, address }],
    )
    .map((monitor, rank) => ({
      ...monitor,
      rank,
      inQuorum: isRunning(state, `mon.${monitor.name}`, monitor.node),
    }));
}

export function hasQuorum(monitors: MonitorStatus[]): boolean {
  const present = monitors.filter(({ inQuorum }) => inQuorum).length;
  return present > monitors.length / 2;
}

/** The first that runs is the active one. */
function observeDaemons(
  state: CephState,
  kind: 'mgr' | 'mds',
  nameOf: (
    host: CephState['definition']['hosts'][number],
  ) => string | undefined,
): DaemonStatus[] {
  const daemons = state.definition.hosts.flatMap(host => {
    const name = nameOf(host);
    return name === undefined
      ? []
      : [{ name, node: host.node, address: host.address }];
  });
  const active = daemons.find(({ name, node }) =>
    isRunning(state, `${kind}.${name}`, node),
  );
  return daemons.map(daemon => {
    const { name, node } = daemon;
    const rest = isRunning(state, `${kind}.${name}`, node) ? 'standby' : 'gone';
    return { ...daemon, role: daemon === active ? 'active' : rest };
  });
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
