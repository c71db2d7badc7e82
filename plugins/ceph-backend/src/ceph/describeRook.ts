import {
  type StorageSourceState,
  toSourceProblem,
} from '@internal/plugin-ceph-common';
import { judgeFreshness } from '../rook/judgeFreshness';
import type { CephCluster } from '../rook/resources';
import type { RookAnswer } from '../rook/RookReader';

/** How Rook's resources were read, and how old is what they say. */
export function describeRook(options: {
  /** Absent where no connection to Kubernetes is configured. */
  rook: RookAnswer | undefined;
  /** Absent where there is none. */
  resource: CephCluster | undefined;
  now: Date;
  cluster: string;
  namespace: string;
}): Omit<StorageSourceState, 'since'> {
  const { rook, resource, now, cluster, namespace } = options;
  const source = 'rook';
  if (!rook) {
    return {
      source,
      state: 'not-configured',
      problem: toSourceProblem('kubernetes-not-configured', { cluster }),
    };
  }
  if (!rook.ok) {
    return { source, state: toState(rook.reason), problem: rook.problem };
  }
  if (!resource) {
    return {
      source,
      state: 'absent',
      problem: toSourceProblem('rook-without-cluster', { namespace, cluster }),
    };
  }
  return { source, ...describeAge(resource, now) };
}

function toState(
  reason: Extract<RookAnswer, { ok: false }>['reason'],
): StorageSourceState['state'] {
  if (reason === 'not-found') return 'absent';
  return reason === 'forbidden' || reason === 'token-refused'
    ? 'forbidden'
    : 'unreachable';
}

function describeAge(
  resource: CephCluster,
  now: Date,
): Omit<StorageSourceState, 'source'> {
  const freshness = judgeFreshness(resource, now);
  switch (freshness.state) {
    case 'fresh':
    case 'slow':
      return {
        state: 'fresh',
        observedAt: freshness.checkedAt.toISOString(),
        problem:
          freshness.state === 'slow'
            ? toSourceProblem('operator-late', {
                time: freshness.checkedAt.toISOString(),
              })
            : undefined,
      };
    case 'stale':
      return {
        state: 'stale',
        observedAt: freshness.checkedAt.toISOString(),
        problem: toSourceProblem('operator-silent', {
          time: freshness.checkedAt.toISOString(),
        }),
      };
    case 'clock-differs':
      return {
        state: 'stale',
        problem: toSourceProblem('operator-ahead', {
          time: freshness.checkedAt.toISOString(),
        }),
      };
    case 'never':
      return {
        state: 'stale',
        problem: toSourceProblem('operator-never'),
      };
    case 'disabled':
      return {
        state: 'stale',
        problem: toSourceProblem('operator-told-not-to-ask'),
      };
    default:
      return freshness satisfies never;
  }
}
