import type { PoolDefinition } from '../definition/CephDefinition';
import type { CephState } from './CephState';
import { toSizes } from './PlacementGroup';

export interface PoolUsage {
  /** What clients wrote, counted once. */
  storedBytes: number;
  objects: number;
  /** With all copies and shards. */
  rawBytes: number;
}

/** What an OSD needs for itself. */
export const osdOverheadBytes = 1_610_612_736;
const growthBytesPerSecond = 90_000;

/** Raw bytes for each byte that a client stores. */
export function toOverhead(pool: PoolDefinition): number {
  const { size, needed } = toSizes(pool);
  return size / needed;
}

/** What lies in each pool: block storage grows slowly, unless somebody filled all of it. */
export function toUsage(state: CephState, now: Date): PoolUsage[] {
  const { pools } = state.definition;
  const seconds = Math.max(
    0,
    (now.getTime() - state.startedAt.getTime()) / 1000,
  );
  const grown = pools.map(pool => ({
    pool,
    storedBytes:
      pool.storedBytes +
      (pool.application === 'rbd' && pool.redundancy.kind === 'replicated'
        ? growthBytesPerSecond * seconds
        : 0),
  }));
  const factor = state.fillTo === undefined ? 1 : toFactor(state, grown);
  return grown.map(({ pool, storedBytes }) => ({
    storedBytes: Math.round(storedBytes * factor),
    objects: Math.round(
      (pool.objects * factor * storedBytes) / pool.storedBytes,
    ),
    rawBytes: Math.round(storedBytes * factor * toOverhead(pool)),
  }));
}

function toFactor(
  { osds, fillTo = 0 }: CephState,
  grown: { pool: PoolDefinition; storedBytes: number }[],
): number {
  const total = osds.reduce((sum, osd) => sum + osd.device.bytes, 0);
  const raw = grown.reduce(
    (sum, { pool, storedBytes }) => sum + storedBytes * toOverhead(pool),
    0,
  );
  return (total * fillTo - osds.length * osdOverheadBytes) / raw;
}
