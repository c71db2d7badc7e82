import type { NewCheck, Observation } from '../judgeHealth';

/** Flags, and OSDs that ought to be up. */
export function checkOsds({ flags, nodeFlags, osds }: Observation): NewCheck[] {
  const checks: NewCheck[] = [];
  const loud = flags.filter(flag => /^no|^pause/.test(flag));
  if (loud.length > 0) {
    checks.push({
      code: 'OSDMAP_FLAGS',
      severity: 'HEALTH_WARN',
      message: `${loud.join(',')} flag(s) set`,
      count: flags.length,
      details: [],
    });
  }
  const down = osds.filter(osd => osd.in && !osd.up);
  if (down.length > 0) {
    checks.push({
      code: 'OSD_DOWN',
      severity: 'HEALTH_WARN',
      message: `${down.length} osds down`,
      count: down.length,
      details: down.map(
        ({ id, host }) => `osd.${id} (root=default,host=${host}) is down`,
      ),
    });
  }
  const members = osds.filter(osd => osd.in);
  const hosts = [...new Set(members.map(({ host }) => host))]
    .map(host => members.filter(osd => osd.host === host))
    .filter(those => those.every(({ up }) => !up))
    .map(those => ({ host: those[0]?.host, count: those.length }));
  if (hosts.length > 0) {
    const count = hosts.reduce((sum, host) => sum + host.count, 0);
    checks.push({
      code: 'OSD_HOST_DOWN',
      severity: 'HEALTH_WARN',
      message: `${hosts.length} host${hosts.length === 1 ? '' : 's'} (${count} osds) down`,
      count: hosts.length,
      details: hosts.map(
        host => `host ${host.host} (root=default) (${host.count} osds) is down`,
      ),
    });
  }
  const flagged = Object.entries(nodeFlags);
  if (flagged.length > 0) {
    checks.push({
      code: 'OSD_FLAGS',
      severity: 'HEALTH_WARN',
      message: `${flagged.length} OSDs or CRUSH {nodes, device-classes} have {NOUP,NODOWN,NOIN,NOOUT} flags set`,
      count: flagged.length,
      details: flagged.map(
        ([host, names]) => `host ${host} has flags ${names.join(',')}`,
      ),
    });
  }
  return checks;
}
