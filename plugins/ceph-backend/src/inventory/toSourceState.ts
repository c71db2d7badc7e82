import type {
  StorageSource,
  StorageSourceState,
  UnreadReason,
} from '@internal/plugin-ceph-common';
import type { Kept } from './Kept';

/** How a source was last asked, as pages show it. */
export function toSourceState(
  source: StorageSource,
  kept: Kept<unknown>,
): StorageSourceState {
  switch (kept.state) {
    case 'fresh':
      return { source, state: 'fresh', observedAt: kept.observedAt };
    case 'stale':
      return {
        source,
        state: toState(kept.reason),
        observedAt: kept.observedAt,
        since: kept.since,
        problem: kept.problem,
      };
    case 'unread':
      return {
        source,
        state: toState(kept.reason),
        since: kept.since,
        problem: kept.problem,
      };
    default:
      return kept satisfies never;
  }
}

function toState(reason: UnreadReason): StorageSourceState['state'] {
  switch (reason) {
    case 'not-configured':
      return 'not-configured';
    case 'not-allowed':
      return 'forbidden';
    case 'stale':
      return 'stale';
    case 'not-reachable':
    case 'not-reported':
    case 'too-early':
      return 'unreachable';
    default:
      return reason satisfies never;
  }
}
