import type { StorageSourceState } from '@internal/plugin-ceph-common';
import type { Inventory } from './Inventory';
import type { Kept } from './Kept';
import { toSourceState } from './toSourceState';

/**
 * One state for each source. Kubernetes is as its worst kind of object: a list
 * that could not be read must not hide behind those that were.
 */
export function listSources(inventory: Inventory): StorageSourceState[] {
  const { kubernetes, longhorn, machines, apps } = inventory;
  const kinds: Kept<unknown>[] = Object.values(kubernetes);
  const worst =
    kinds.find(({ state }) => state === 'unread') ??
    kinds.find(({ state }) => state === 'stale') ??
    kinds.reduce(older);
  return [
    toSourceState('kubernetes', worst),
    ...(longhorn ? [toSourceState('longhorn', longhorn)] : []),
    toSourceState('talos', machines),
    toSourceState('catalog', apps),
  ];
}

function older(first: Kept<unknown>, second: Kept<unknown>): Kept<unknown> {
  return first.state === 'fresh' &&
    second.state === 'fresh' &&
    second.observedAt < first.observedAt
    ? second
    : first;
}
