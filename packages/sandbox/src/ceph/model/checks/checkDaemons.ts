import type { NewCheck, Observation } from '../judgeHealth';

/** Metadata servers, monitors and managers. */
export function checkDaemons({
  definition: { filesystem },
  metadataServers,
  monitors,
  managers,
}: Observation): NewCheck[] {
  const checks: NewCheck[] = [];
  if (!metadataServers.some(({ role }) => role === 'active')) {
    checks.push(
      {
        code: 'MDS_ALL_DOWN',
        severity: 'HEALTH_ERR',
        message: '1 filesystem is offline',
        count: 1,
        details: [
          `fs ${filesystem} is offline because no MDS is active for it.`,
        ],
      },
      {
        code: 'FS_DEGRADED',
        severity: 'HEALTH_WARN',
        message: '1 filesystem is degraded',
        count: 1,
        details: [`fs ${filesystem} is degraded`],
      },
      {
        code: 'FS_WITH_FAILED_MDS',
        severity: 'HEALTH_WARN',
        message: '1 filesystem has a failed mds daemon',
        count: 1,
        details: [`fs ${filesystem} has 1 failed mds`],
      },
    );
  }
  const missing = monitors.filter(({ inQuorum }) => !inQuorum);
  if (missing.length > 0) {
    const quorum = monitors
      .filter(({ inQuorum }) => inQuorum)
      .map(({ name }) => name);
    checks.push({
      code: 'MON_DOWN',
      severity: 'HEALTH_WARN',
      message: `${missing.length}/${monitors.length} mons down, quorum ${quorum.join(',')}`,
      count: missing.length,
      details: missing.map(
        ({ name, rank, address }) =>
          `mon.${name} (rank ${rank}) addr [v2:${address}:3300/0,v1:${address}:6789/0] is down (out of quorum)`,
      ),
    });
  }
  if (!managers.some(({ role }) => role === 'active')) {
    checks.push({
      code: 'MGR_DOWN',
      severity: 'HEALTH_WARN',
      message: 'no active mgr',
      count: 0,
      details: [],
    });
  }
  return checks;
}
