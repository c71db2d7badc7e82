import {
  type CephDetail,
  type HealthReason,
  healthChecks,
  toHealthCheckCode,
} from '@internal/plugin-ceph-common';
import { type CephInputs, findOperatorError, isRookProven } from './CephInputs';
import { findAffected } from './findAffected';

type Parts = Pick<CephDetail, 'osdList' | 'pools' | 'monitors'>;

/**
 * The checks that Ceph itself reports, of all sources: the manager's, which
 * tell most, then what Rook and the metrics have beside them. Those of a source
 * that cannot be relied on now bear the time they are of.
 */
export function listChecks(inputs: CephInputs, parts: Parts): HealthReason[] {
  const checks = new Map<string, HealthReason>();
  const add = (check: {
    code: string;
    severity: string;
    muted: boolean;
    raw: string[];
    asOf?: string;
  }) => {
    const before = checks.get(check.code);
    // What is proven is not replaced; what is old gives way to what is proven.
    if (before && (!before.asOf || check.asOf)) return;
    checks.set(check.code, {
      code: check.code,
      severity: check.severity === 'HEALTH_ERR' ? 'critical' : 'warning',
      dataRisk: healthChecks[toHealthCheckCode(check.code)].dataRisk,
      muted: check.muted,
      asOf: check.asOf,
      raw: check.raw,
      affects: findAffected(check.code, check.raw, parts),
    });
  };
  addManagerChecks(inputs, add);
  addRookChecks(inputs, add);
  addMetricsChecks(inputs, add);
  return [...checks.values()];
}

type Add = (check: {
  code: string;
  severity: string;
  muted: boolean;
  raw: string[];
  asOf?: string;
}) => void;

function addManagerChecks({ manager }: CephInputs, add: Add) {
  const { reading } = manager;
  if (!reading) return;
  const isFresh = manager.state === 'fresh';
  for (const check of reading.full.health.checks) {
    add({
      code: check.type,
      severity: check.severity,
      muted: check.muted,
      raw: [
        check.summary.message,
        ...check.detail.map(({ message }) => message),
      ],
      asOf: isFresh ? undefined : reading.observedAt.toISOString(),
    });
  }
}

function addRookChecks(inputs: CephInputs, add: Add) {
  const { ceph } = inputs.rook.resource.status;
  if (!ceph || findOperatorError(inputs)) return;
  for (const [code, { severity, message }] of Object.entries(ceph.details)) {
    add({
      code,
      severity,
      // Rook does not tell; but nothing else leaves Ceph well with a check.
      muted: ceph.health === 'HEALTH_OK',
      raw: [message],
      asOf: isRookProven(inputs)
        ? undefined
        : (ceph.lastChecked ?? inputs.rook.observedAt.toISOString()),
    });
  }
}

/** Gauges of past checks stay, at 0. */
function addMetricsChecks({ metrics, manager }: CephInputs, add: Add) {
  if (!metrics || manager.state === 'fresh') return;
  for (const { labels, value } of metrics.metrics.get('ceph_health_detail') ??
    []) {
    if (value !== 1) continue;
    add({
      code: labels.name,
      severity: labels.severity,
      // The gauge is 1 of muted checks as well.
      muted: metrics.metrics.get('ceph_health_status')?.at(0)?.value === 0,
      raw: [],
    });
  }
}
