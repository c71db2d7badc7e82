import type {
  StorageSourceState,
  UnreadReason,
} from '@internal/plugin-ceph-common';
import type { UnknownReason } from '@internal/plugin-talos-nodes-common';

/** Why nothing that such a source tells may be relied on. */
export function toUnreadReason(
  state: Exclude<StorageSourceState['state'], 'fresh'>,
): UnreadReason {
  const reasons = {
    stale: 'stale',
    unreachable: 'not-reachable',
    forbidden: 'not-allowed',
    'not-configured': 'not-configured',
    absent: 'not-reported',
  } as const;
  return reasons[state];
}

/** As the talos-nodes plugin says why something is not known. */
export function fromTalosReason(reason: UnknownReason): UnreadReason {
  switch (reason) {
    case 'not-allowed':
    case 'not-reachable':
    case 'not-configured':
      return reason;
    default:
      return 'not-reported';
  }
}
