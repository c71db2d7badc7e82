import type { CephState } from './CephState';
import type {
  OsdStatus,
  PlacementGroupStatus,
  ThroughputStatus,
} from './CephStatus';

/** Bytes of an object, as block devices and files are cut. */
const objectBytes = 4_194_304;

/** What clients read and write, in slow waves; nothing where placement groups are not active. */
export function observeThroughput(
  state: CephState,
  groups: PlacementGroupStatus[],
  osds: OsdStatus[],
  now: Date,
): ThroughputStatus {
  const seconds = now.getTime() / 1000;
  const active =
    groups.filter(group => group.state.startsWith('active')).length /
    Math.max(1, groups.length);
  // One placement group that does not answer soon holds up every client.
  const flow = active === 1 ? 1 : active / 8;
  const wave = 1 + 0.4 * Math.sin(seconds / 97) + 0.2 * Math.sin(seconds / 23);
  const isFull = osds.some(osd => osd.in && osd.fullness === 'full');
  const writes = isFull ? 0 : flow * wave;
  const repairing = groups.filter(({ state: name }) =>
    /recovering|backfilling/.test(name),
  ).length;
  return {
    readBytes: Math.round(1_900_000 * flow * wave),
    readOperations: Math.round(64 * flow * wave),
    writeBytes: Math.round(3_400_000 * writes),
    writeOperations: Math.round(210 * writes),
    recoveringBytes: state.flags.has('norecover')
      ? 0
      : repairing * 6 * objectBytes,
  };
}
