import { type HealthCheckCode, healthChecks } from './healthChecks';

/**
 * The code whose words fit: of `OSD_HOST_DOWN`, `OSD_RACK_DOWN` and the like
 * `OSD_SUBTREE_DOWN`, of one that is not known `other-check`.
 */
export function toHealthCheckCode(code: string): HealthCheckCode {
  if (isKnown(code)) return code;
  return /^OSD_[A-Z0-9]+_DOWN$/.test(code) ? 'OSD_SUBTREE_DOWN' : 'other-check';
}

function isKnown(code: string): code is HealthCheckCode {
  return Object.hasOwn(healthChecks, code);
}
