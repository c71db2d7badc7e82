import {
  type HealthReason,
  healthChecks,
  type PortalCheckCode,
} from '@internal/plugin-ceph-common';

/** Something the portal finds by itself, in the form of a check of Ceph's. */
export function toReason(
  code: PortalCheckCode,
  severity: HealthReason['severity'],
  raw: readonly string[],
  affects: Partial<HealthReason['affects']> = {},
): HealthReason {
  return {
    code,
    severity,
    dataRisk: healthChecks[code].dataRisk,
    muted: false,
    raw: [...raw],
    affects: { hosts: [], osds: [], pools: [], apps: [], ...affects },
  };
}
