import type { CephDetail, HealthReason } from '@internal/plugin-ceph-common';
import { ownersOf } from './affectedOwners';
import type { Alert, Observation } from './Alert';

const DAY_MILLISECONDS = 24 * 60 * 60_000;
const FORECAST_DAYS = 14;

/** Lines in the order in which they are crossed; the first is no line. */
const LINES = [
  { tells: 'has room' },
  { tells: 'is nearly full', codes: /^(OSD|POOL)_NEAR_?FULL$/ },
  {
    tells: 'is too full to repair itself',
    codes: /^(OSD|POOL)_BACKFILL_?FULL$/,
  },
  { tells: 'is full and takes no more data', codes: /^(OSD|POOL)_FULL$/ },
] as const;

/** Lines that use has crossed, of the fullest OSD, and when all will be full. */
export function listCapacityAlerts(detail: CephDetail, now: Date): Observation {
  const { name, health, forecast } = detail;
  if (health === 'unknown') {
    return { alerts: [], unread: [`${name}/use`, `${name}/forecast`] };
  }
  const level = findLine(detail);
  const use: Alert = {
    key: `${name}/use`,
    topic: 'capacity',
    level,
    isUnknown: false,
    sentence: `${name} ${LINES[level].tells}.`,
    severity: level > 1 ? 'critical' : 'high',
    owners: level > 1 ? ownersOf(listFullReasons(detail).flatMap(appsOf)) : [],
  };
  if (!forecast.known) return { alerts: [use], unread: [`${name}/forecast`] };
  const earliest = forecast.value.fullBetween?.earliest;
  const isNear =
    earliest !== undefined &&
    Date.parse(earliest) - now.getTime() < FORECAST_DAYS * DAY_MILLISECONDS;
  return {
    alerts: [
      use,
      {
        key: `${name}/forecast`,
        topic: 'capacity',
        level: isNear ? 1 : 0,
        isUnknown: false,
        sentence: `${name} may be full from ${earliest?.slice(0, 10)} on, if its use goes on growing as it does.`,
        severity: 'high',
        owners: [],
      },
    ],
    unread: [],
  };
}

function findLine(detail: CephDetail): number {
  const byCodes = LINES.findLastIndex(
    line =>
      'codes' in line &&
      detail.reasons.some(({ code }) => line.codes.test(code)),
  );
  const { usage, osdList } = detail;
  if (!usage.known || !osdList.known) return Math.max(byCodes, 0);
  const { nearFull, backfillFull, full } = usage.value;
  const fullest = Math.max(
    0,
    ...osdList.value.map(({ sizeBytes, usedBytes }) =>
      sizeBytes.known && usedBytes.known && sizeBytes.value > 0
        ? usedBytes.value / sizeBytes.value
        : 0,
    ),
  );
  const byUse = [nearFull, backfillFull, full].filter(
    line => fullest >= line,
  ).length;
  return Math.max(byCodes, byUse, 0);
}

function listFullReasons({ reasons }: CephDetail): HealthReason[] {
  return reasons.filter(({ code }) =>
    LINES.some(line => 'codes' in line && line.codes.test(code)),
  );
}

function appsOf({ affects }: HealthReason) {
  return affects.apps;
}
