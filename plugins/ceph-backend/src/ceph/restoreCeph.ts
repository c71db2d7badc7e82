import type {
  CephDetail,
  StorageSourceState,
} from '@internal/plugin-ceph-common';
import type { CephReading } from './CephReading';
import { unread } from './reading';

/**
 * A Ceph cluster as it was known before the process started, until it is read
 * again: what is there and how large it is stays with its age, how it is does not.
 */
export function restoreCeph(
  detail: CephDetail,
  sources?: StorageSourceState[],
): CephReading {
  const { health, since, lastKnown } = detail;
  const stale = unread('stale');
  const observedAt = detail.sources.flatMap(source => source.observedAt ?? []);
  const at = observedAt.sort().at(-1);
  return {
    detail: {
      ...detail,
      health: 'unknown',
      since: health === 'unknown' ? since : at,
      lastKnown:
        health === 'unknown' || !at ? lastKnown : { health, observedAt: at },
      reported: detail.reported?.map(told => ({ ...told, proven: false })),
      reasons: detail.reasons.map(reason => ({
        ...reason,
        asOf: reason.asOf ?? at,
      })),
      osds: stale,
      placementGroups: stale,
      monitors: stale,
      managers: stale,
      filesystems: stale,
      activity: stale,
      flags: stale,
      sources:
        sources ??
        detail.sources.map(source =>
          source.state === 'fresh'
            ? { ...source, state: 'stale', since: source.observedAt }
            : source,
        ),
    },
    rookOsds: new Map(),
    osdHostnames: new Map(),
  };
}
