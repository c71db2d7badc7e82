import type { CephHealth, HealthReason } from '@internal/plugin-ceph-common';

/**
 * Health of a Ceph cluster. Whatever is proven to be wrong counts; that all is
 * well counts only where something fresh says so and nothing is in doubt.
 */
export function judgeHealth(options: {
  /** What each source says that can be relied on now, such as `HEALTH_OK`. */
  reported: readonly string[];
  /** Checks and findings; those with `asOf` are not proven. */
  reasons: readonly HealthReason[];
  doubts: readonly HealthReason[];
}): CephHealth {
  const { reported, reasons, doubts } = options;
  const severities = new Set(
    reasons.filter(({ asOf }) => !asOf).map(({ severity }) => severity),
  );
  if (severities.has('critical') || reported.includes('HEALTH_ERR')) {
    return 'critical';
  }
  if (severities.has('warning') || reported.includes('HEALTH_WARN')) {
    return 'warning';
  }
  return doubts.length === 0 && reported.includes('HEALTH_OK')
    ? 'ok'
    : 'unknown';
}
