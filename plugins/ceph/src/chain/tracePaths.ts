import { ChainLink } from '@internal/plugin-ceph-common';

/**
 * Ids of all that lies on paths through any of the starting items, towards the
 * machine and towards the owner, with the starting items themselves.
 */
export function tracePaths(
  links: readonly ChainLink[],
  starts: Iterable<string>,
): Set<string> {
  const before = new Map<string, string[]>();
  const after = new Map<string, string[]>();
  for (const { from, to } of links) {
    before.set(to, [...(before.get(to) ?? []), from]);
    after.set(from, [...(after.get(from) ?? []), to]);
  }
  const ids = [...starts];
  return new Set([...walk(before, ids), ...walk(after, ids)]);
}

/** Everything that can be reached in one direction, the beginning included. */
export function walk(
  next: ReadonlyMap<string, readonly string[]>,
  starts: readonly string[],
): Set<string> {
  const reached = new Set(starts);
  const open = [...starts];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const other of next.get(id) ?? []) {
      if (!reached.has(other)) {
        reached.add(other);
        open.push(other);
      }
    }
  }
  return reached;
}
