import { Pool } from '@internal/plugin-ceph-common';

/** What clients may still store: all pools share the room, and copies take it at different rates. */
export function usableBytes(
  pools: readonly Pool[],
): { least: number; most: number } | undefined {
  const free = pools.flatMap(({ availableBytes }) =>
    availableBytes.known ? availableBytes.value : [],
  );
  return free.length > 0
    ? { least: Math.min(...free), most: Math.max(...free) }
    : undefined;
}
