import type { CephDetail } from '@internal/plugin-ceph-common';
import { areMetricsProven, type CephInputs } from './CephInputs';
import { known, unread } from './reading';

/** Raw bytes: the manager's, else Rook's, else the metrics'; whichever is newest of those that count. */
export function toCapacity(inputs: CephInputs): CephDetail['capacity'] {
  const { manager, metrics, rook } = inputs;
  const { ceph } = rook.resource.status;
  const df = manager.reading?.full.df?.stats;
  const isFresh = manager.state === 'fresh';
  if (isFresh && df && manager.reading) {
    return known(
      {
        totalBytes: df.total_bytes,
        usedBytes: df.total_used_raw_bytes,
      },
      'ceph-manager',
      manager.reading.observedAt,
    );
  }
  // Without a manager nobody counts; Rook stamps the old numbers anew.
  if (ceph?.details.MGR_DOWN) return unread('stale');
  const { bytesTotal, bytesUsed, lastUpdated } = ceph?.capacity ?? {};
  if (bytesTotal !== undefined && lastUpdated !== undefined) {
    return known(
      { totalBytes: bytesTotal, usedBytes: bytesUsed ?? 0 },
      'rook',
      lastUpdated,
    );
  }
  const total = metrics?.metrics.get('ceph_cluster_total_bytes')?.at(0);
  const used = metrics?.metrics.get('ceph_cluster_total_used_raw_bytes')?.at(0);
  if (metrics && total && used) {
    if (!areMetricsProven(inputs)) return unread('stale');
    return known(
      { totalBytes: total.value, usedBytes: used.value },
      'prometheus',
      metrics.observedAt,
    );
  }
  return unread(rook.isReadable ? 'not-reported' : 'not-reachable');
}
