import type {
  DeliverySnapshot,
  DeliveryUnit,
} from '@internal/plugin-delivery-common';
import type { Intent } from '../outbox/Intent';
import type { Transition } from './nextForgeState';

export interface DeliveryView {
  /** Of the request's platform. */
  snapshots: DeliverySnapshot[];
  /** Deployment units of the request's apps. */
  units: string[];
  /** The newest commit of the base branch, and when the remote confirmed it. */
  tip?: { commit: string; observedAt: string };
}

/** What delivery says now, for a request that was merged. */
export function nextDeliveryState(
  intent: Intent,
  { snapshots, units, tip }: DeliveryView,
): Transition {
  const failed = snapshots.find(
    ({ failure, observedAt }) => failure || !observedAt,
  );
  if (failed || snapshots.length === 0) {
    return {
      change: {
        staleReason: failed?.failure
          ? `Delivery status of cluster ${failed.cluster} is unknown since ${failed.failure.since}: ${failed.failure.reason}`
          : 'Delivery status was not read yet',
      },
      events: [],
    };
  }
  const found = snapshots
    .flatMap(snapshot => snapshot.units)
    .filter(unit => units.includes(unit.name));
  const delivered =
    units.every(name => found.some(unit => unit.name === name)) &&
    found.length > 0 &&
    found.every(
      unit =>
        unit.sync === 'synced' &&
        unit.health === 'healthy' &&
        contains(unit, intent, tip),
    );
  if (delivered) {
    return {
      change: { state: 'healthy', staleReason: undefined },
      events: [{ event: 'synced' }, { event: 'healthy' }],
    };
  }
  return {
    change: {
      ...(intent.state !== 'syncing' && { state: 'syncing' }),
      staleReason: undefined,
    },
    events: [],
  };
}

/**
 * Whether the unit is at the merge commit or after it: it is at it, was at it,
 * or is at the tip of the branch as the remote gave it after the merge.
 */
function contains(
  unit: DeliveryUnit,
  intent: Intent,
  tip: DeliveryView['tip'],
): boolean {
  const mergeCommit = intent.pullRequest?.mergeCommit;
  if (
    mergeCommit !== undefined &&
    (unit.revision === mergeCommit ||
      unit.history.some(({ revision }) => revision === mergeCommit))
  ) {
    return true;
  }
  return (
    tip !== undefined &&
    intent.mergedAt !== undefined &&
    tip.observedAt > intent.mergedAt &&
    unit.revision === tip.commit
  );
}
