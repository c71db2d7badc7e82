import type { CephDefinition } from '../definition/CephDefinition';
import type { Osd } from './Osd';
import type { PlacementGroup } from './PlacementGroup';

/** A health check that somebody does not want to see, until a time. */
export interface Mute {
  code: string;
  until: Date;
  summary: string;
  count: number;
}

/** What changes in a simulated Ceph cluster; everything else follows from it. */
export interface CephState {
  readonly definition: CephDefinition;
  readonly osds: Osd[];
  readonly groups: PlacementGroup[];
  readonly startedAt: Date;
  /** Nodes nobody hears of. */
  readonly silentNodes: Set<string>;
  /** Daemons that somebody ended, such as `osd.0`, `mon.c`, `mds.ceph-filesystem-a`. */
  readonly stoppedDaemons: Set<string>;
  /** Daemons whose pods had to leave their machine. */
  evictedDaemons: ReadonlySet<string>;
  /** Of the whole map, such as `noout`. */
  readonly flags: Set<string>;
  /** By host in CRUSH. */
  readonly nodeFlags: Map<string, string[]>;
  readonly mutes: Map<string, Mute>;
  /** Of the map of OSDs. */
  epoch: number;
  /** Changes with each election of the monitors. */
  election: number;
  quorumSince: Date;
  /** Until when everything was worked out. */
  settledAt: Date;
  /** Somebody filled it: the share of its raw space that is used. */
  fillTo?: number;
}

/** The daemon runs on the node, as far as anybody lets it. */
export function isRunning(
  state: CephState,
  daemon: string,
  node: string,
): boolean {
  return (
    !state.stoppedDaemons.has(daemon) &&
    !state.evictedDaemons.has(daemon) &&
    !state.silentNodes.has(node)
  );
}
