import {
  describeSourceProblem,
  type HealthReason,
  type StorageSource,
} from '@internal/plugin-ceph-common';
import type { CephInputs } from './CephInputs';
import { toReason } from './toReason';

/**
 * Why it cannot be said that Ceph is well, even where no source says anything
 * else: every source that is configured must have told something that can be
 * relied on.
 */
export function listDoubts(inputs: CephInputs): HealthReason[] {
  return [...doubtRook(inputs), ...doubtManager(inputs)];
}

function doubtRook({ rook, manager, sources }: CephInputs): HealthReason[] {
  const { freshness, workloads, isReadable } = rook;
  const operator = workloads?.operator;
  const told = operator
    ? [`Operator: ${operator.ready} of ${operator.wanted} ready`]
    : [];
  if (!isReadable) {
    return [toReason('rook-unreadable', 'warning', problemOf(sources, 'rook'))];
  }
  switch (freshness.state) {
    case 'fresh':
    case 'slow':
      return [];
    case 'stale':
      return [
        toReason('operator-silent', 'warning', [
          `Ceph was last checked at ${freshness.checkedAt.toISOString()}`,
          ...told,
        ]),
      ];
    case 'clock-differs':
      return [
        toReason('clock-differs', 'warning', [
          `Rook's last check lies ${Math.round(freshness.aheadSeconds)} s ahead`,
        ]),
      ];
    case 'never':
      return [toReason('never-checked', 'warning', told)];
    case 'disabled':
      return manager.state === 'fresh'
        ? []
        : [toReason('monitoring-disabled', 'warning', [])];
    default:
      return freshness satisfies never;
  }
}

function doubtManager({ manager, sources }: CephInputs): HealthReason[] {
  const told = problemOf(sources, 'ceph-manager');
  switch (manager.state) {
    case 'not-configured':
    case 'fresh':
    case 'switching':
      return [];
    case 'without-monitors':
      return [toReason('manager-stale', 'warning', told)];
    case 'unreachable':
      return [toReason('manager-unreachable', 'warning', told)];
    case 'refused':
      return [toReason('manager-refuses', 'warning', told)];
    case 'foreign':
      return [toReason('manager-foreign', 'warning', told)];
    default:
      return manager satisfies never;
  }
}

function problemOf(
  sources: CephInputs['sources'],
  source: StorageSource,
): string[] {
  const problem = sources.find(state => state.source === source)?.problem;
  return problem ? [describeSourceProblem(problem)] : [];
}
