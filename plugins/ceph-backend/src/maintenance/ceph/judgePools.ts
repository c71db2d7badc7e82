import type { PoolFacts } from '../facts/CephFacts';

/** CRUSH types of which one holds at most one copy, and a machine is no larger. */
const SPREAD_OVER_MACHINES = new Set([
  'host',
  'chassis',
  'rack',
  'row',
  'pdu',
  'pod',
  'room',
  'datacenter',
  'zone',
  'region',
]);

/**
 * What becomes of pools while one machine with these OSDs is down, where it is
 * not known how each placement group lies. Errs on the side of caution:
 * `kept` means that all stay active.
 */
export function judgePools(
  pools: readonly PoolFacts[],
  osds: ReadonlySet<number>,
): {
  /** Fewer copies would be left than they need. */
  tooSmall: PoolFacts[];
  /** More than one copy may lie on the machine. */
  uncertain: PoolFacts[];
  kept: PoolFacts[];
} {
  const concerned = pools.filter(
    pool => !pool.osds || pool.osds.some(osd => osds.has(osd)),
  );
  const tooSmall = concerned.filter(({ size, minSize }) => size - 1 < minSize);
  const uncertain = concerned.filter(
    pool => !tooSmall.includes(pool) && !isSpread(pool),
  );
  return {
    tooSmall,
    uncertain,
    kept: concerned.filter(
      pool => !tooSmall.includes(pool) && !uncertain.includes(pool),
    ),
  };
}

function isSpread({ failureDomain }: PoolFacts): boolean {
  return failureDomain !== undefined && SPREAD_OVER_MACHINES.has(failureDomain);
}
