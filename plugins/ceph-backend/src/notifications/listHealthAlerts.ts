import {
  type CephDetail,
  healthChecks,
  toHealthCheckCode,
  type Volume,
} from '@internal/plugin-ceph-common';
import { affectedOwners } from './affectedOwners';
import type { Observation } from './Alert';

const LEVELS = { ok: 0, warning: 1, critical: 2 } as const;

/** Health of one Ceph cluster; while it is unknown, how it was last stays. */
export function listHealthAlerts(
  detail: CephDetail,
  volumes: readonly Volume[],
): Observation {
  const { name, health, reasons } = detail;
  const key = `${name}/health`;
  const isUnknown = health === 'unknown';
  const cannotTell = {
    key: `${name}/unknown`,
    topic: 'health' as const,
    level: isUnknown ? 1 : 0,
    isUnknown: true,
    sentence: `How ${name} is cannot be told: ${tellReasons(detail) || 'nothing fresh is known.'}`,
    severity: 'high' as const,
    owners: [],
  };
  if (isUnknown) return { alerts: [cannotTell], unread: [key] };
  return {
    alerts: [
      cannotTell,
      {
        key,
        topic: 'health',
        level: LEVELS[health],
        isUnknown: false,
        sentence: `${name}: ${tellReasons(detail)}`,
        severity: health === 'critical' ? 'critical' : 'high',
        owners: affectedOwners(detail, reasons, volumes),
      },
    ],
    unread: [],
  };
}

/** Titles of what is wrong, in plain words, each once. */
function tellReasons({ reasons }: CephDetail): string {
  const titles = reasons
    .filter(({ severity, muted }) => severity !== 'info' && !muted)
    .map(({ code }) => healthChecks[toHealthCheckCode(code)].title);
  return [...new Set(titles)].map(title => `${title}.`).join(' ');
}
