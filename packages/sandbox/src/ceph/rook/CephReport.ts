import type { CephStatus } from '../model/CephStatus';

/** What Rook's operator keeps of its last look at Ceph, as it stands in the resource. */
export interface CephReport {
  health: string;
  details?: Record<string, { severity: string; message: string }>;
  lastChecked: string;
  lastChanged?: string;
  previousHealth?: string;
  capacity?: {
    bytesTotal: number;
    bytesUsed: number;
    bytesAvailable: number;
    lastUpdated: string;
  };
  versions?: Record<string, Record<string, number>>;
  fsid?: string;
}

/** The next report: what `ceph status` says, or that it says nothing. */
export function toCephReport(
  status: CephStatus,
  now: string,
  previous?: CephReport,
): CephReport {
  const report: CephReport = status.hasQuorum
    ? toAnswer(status, now)
    : {
        health: 'HEALTH_ERR',
        details: {
          error: {
            severity: 'Urgent',
            message: 'failed to get status. . timed out: exit status 1',
          },
        },
        lastChecked: now,
        capacity: previous?.capacity,
      };
  if (!previous) {
    return report;
  }
  return previous.health === report.health
    ? {
        ...report,
        lastChanged: previous.lastChanged,
        previousHealth: previous.previousHealth,
      }
    : { ...report, lastChanged: now, previousHealth: previous.health };
}

function toAnswer(status: CephStatus, now: string): CephReport {
  const { totals, definition, checks } = status;
  return {
    health: status.health,
    // Whether a check is muted is lost here.
    details:
      checks.length === 0
        ? undefined
        : Object.fromEntries(
            checks.map(({ code, severity, message }) => [
              code,
              { severity, message },
            ]),
          ),
    lastChecked: now,
    capacity: {
      bytesTotal: totals.bytes,
      bytesUsed: totals.usedBytes,
      bytesAvailable: totals.bytes - totals.usedBytes,
      lastUpdated: now,
    },
    versions: toVersions(status),
    fsid: definition.fsid,
  };
}

function toVersions(status: CephStatus): CephReport['versions'] {
  const { text } = status.definition.release;
  const counts = {
    mon: status.monitors.filter(({ inQuorum }) => inQuorum).length,
    mgr: status.managers.filter(({ role }) => role !== 'gone').length,
    osd: status.osds.filter(({ up }) => up).length,
    mds: status.metadataServers.filter(({ role }) => role !== 'gone').length,
  };
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const version = (count: number): Record<string, number> =>
    count === 0 ? {} : { [text]: count };
  return {
    mon: version(counts.mon),
    mgr: version(counts.mgr),
    osd: version(counts.osd),
    mds: version(counts.mds),
    overall: version(all),
  };
}
