import type { Mute } from './CephState';
import type { CephStatus, HealthCheck, Severity } from './CephStatus';
import { checkDaemons } from './checks/checkDaemons';
import { checkFullness } from './checks/checkFullness';
import { checkOsds } from './checks/checkOsds';
import { checkPlacementGroups } from './checks/checkPlacementGroups';

/** What a check looks at. */
export type Observation = Omit<CephStatus, 'health' | 'checks' | 'mutes'>;
export type NewCheck = Omit<HealthCheck, 'muted'>;

/** All checks that fail, and what they come to; those that are muted count for nothing. */
export function judgeHealth(
  observation: Observation,
  allMutes: Map<string, Mute>,
): Pick<CephStatus, 'health' | 'checks' | 'mutes'> {
  const mutes = [...allMutes.values()].filter(
    ({ until }) => until > observation.at,
  );
  const checks = [
    ...checkDaemons(observation),
    ...checkOsds(observation),
    ...checkFullness(observation),
    ...checkPlacementGroups(observation),
  ].map(check => ({
    ...check,
    muted: mutes.some(({ code }) => code === check.code),
  }));
  return { health: worst(checks), checks, mutes };
}

function worst(checks: HealthCheck[]): Severity {
  const heard = checks.filter(({ muted }) => !muted);
  if (heard.some(({ severity }) => severity === 'HEALTH_ERR')) {
    return 'HEALTH_ERR';
  }
  return heard.length > 0 ? 'HEALTH_WARN' : 'HEALTH_OK';
}
