import type { CephCluster } from './resources';

const DEFAULT_INTERVAL_SECONDS = 60;
const LEAST_STALE_SECONDS = 300;
const CLOCK_TOLERANCE_SECONDS = 60;
const UNIT_SECONDS: Readonly<Record<string, number>> = { h: 3600, m: 60, s: 1 };

/**
 * How old is what Rook's operator wrote of Ceph. Only `fresh` and `slow` can
 * be relied on; with `disabled` nobody asks Ceph, so nothing ever will be.
 */
export type RookFreshness =
  | { state: 'fresh' | 'slow' | 'stale'; checkedAt: Date; ageSeconds: number }
  | { state: 'clock-differs'; checkedAt: Date; aheadSeconds: number }
  | { state: 'never' | 'disabled' };

/** Slow: more than three intervals old; stale: more than five, and five minutes. */
export function judgeFreshness(
  { spec, status }: CephCluster,
  now: Date,
): RookFreshness {
  if (spec.healthCheck?.daemonHealth?.status?.disabled) {
    return { state: 'disabled' };
  }
  const checkedAt = new Date(status.ceph?.lastChecked ?? NaN);
  if (Number.isNaN(checkedAt.getTime())) return { state: 'never' };
  const ageSeconds = (now.getTime() - checkedAt.getTime()) / 1000;
  if (ageSeconds < -CLOCK_TOLERANCE_SECONDS) {
    return { state: 'clock-differs', checkedAt, aheadSeconds: -ageSeconds };
  }
  const interval = readIntervalSeconds({ spec });
  if (ageSeconds > Math.max(5 * interval, LEAST_STALE_SECONDS)) {
    return { state: 'stale', checkedAt, ageSeconds };
  }
  const state = ageSeconds > 3 * interval ? 'slow' : 'fresh';
  return { state, checkedAt, ageSeconds };
}

/** How often the operator asks Ceph; an interval that cannot be read counts as the default. */
export function readIntervalSeconds({
  spec,
}: Pick<CephCluster, 'spec'>): number {
  const text = spec.healthCheck?.daemonHealth?.status?.interval ?? '';
  const parts = [...text.matchAll(/(\d+(?:\.\d+)?)(h|m|s)(?![a-z])/g)];
  const seconds = parts.reduce(
    (sum, [, amount, unit]) => sum + Number(amount) * (UNIT_SECONDS[unit] ?? 0),
    0,
  );
  return seconds > 0 ? seconds : DEFAULT_INTERVAL_SECONDS;
}
