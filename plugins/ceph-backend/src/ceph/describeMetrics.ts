import {
  type StorageSourceState,
  toSourceProblem,
} from '@internal/plugin-ceph-common';
import type { MetricsOutcome } from '../metrics/MetricsReader';

/**
 * How the metrics were read. They go on as they were when the monitors are
 * gone, so that they are fresh only where another source proves that those
 * answer.
 */
export function describeMetrics(
  outcome: MetricsOutcome,
  isProven: boolean,
): Omit<StorageSourceState, 'since'> {
  const source = 'prometheus';
  if (!outcome.ok) {
    return { source, state: 'unreachable', problem: outcome.problem };
  }
  return isProven
    ? {
        source,
        state: 'fresh',
        observedAt: outcome.observedAt.toISOString(),
      }
    : {
        source,
        state: 'stale',
        problem: toSourceProblem('metrics-not-proven'),
      };
}
