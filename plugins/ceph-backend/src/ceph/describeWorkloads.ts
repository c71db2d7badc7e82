import type { StorageSourceState } from '@internal/plugin-ceph-common';
import type { RookReading } from '../rook/RookReader';

/** How the pods and deployments of Rook were read. */
export function describeWorkloads({
  workloadsFailure: failure,
  observedAt,
}: RookReading): Omit<StorageSourceState, 'since'> {
  const source = 'kubernetes';
  return failure
    ? {
        source,
        state: failure.reason === 'forbidden' ? 'forbidden' : 'unreachable',
        problem: failure.problem,
      }
    : { source, state: 'fresh', observedAt: observedAt.toISOString() };
}
