import type { StorageSourceState } from '@internal/plugin-ceph-common';
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
      problem: `The Kubernetes API of ${cluster} is not configured, so that Rook cannot be read. Add ${cluster} with a serviceAccountToken under kubernetes.clusterLocatorMethods.`,
    };
  }
  if (!rook.ok) {
    return { source, state: toState(rook.reason), problem: rook.problem };
  }
  if (!resource) {
    return {
      source,
      state: 'absent',
      problem: `There is no CephCluster in ${namespace} of ${cluster}. Correct ceph.namespace, or remove ceph from the cluster's configuration.`,
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
  const operator = 'Look at the deployment rook-ceph-operator and its log.';
  switch (freshness.state) {
    case 'fresh':
    case 'slow':
      return {
        state: 'fresh',
        observedAt: freshness.checkedAt.toISOString(),
        problem:
          freshness.state === 'slow'
            ? `Rook's operator is late: it last asked Ceph at ${freshness.checkedAt.toISOString()}. ${operator}`
            : undefined,
      };
    case 'stale':
      return {
        state: 'stale',
        observedAt: freshness.checkedAt.toISOString(),
        problem: `Rook's operator has not asked Ceph since ${freshness.checkedAt.toISOString()}. ${operator}`,
      };
    case 'clock-differs':
      return {
        state: 'stale',
        problem: `Rook's operator asked Ceph at ${freshness.checkedAt.toISOString()}, which lies ahead. Compare the clocks of the cluster's machines and of the portal's.`,
      };
    case 'never':
      return {
        state: 'stale',
        problem: `Rook's operator has not asked Ceph yet. ${operator}`,
      };
    case 'disabled':
      return {
        state: 'stale',
        problem:
          'The CephCluster tells Rook not to ask Ceph how it is. Enable spec.healthCheck.daemonHealth.status, or rely on ceph.manager.',
      };
    default:
      return freshness satisfies never;
  }
}
