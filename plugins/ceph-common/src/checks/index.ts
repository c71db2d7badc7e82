export type { HealthCheck } from './HealthCheck';
export { type HealthCheckCode, healthChecks } from './healthChecks';
export { nameFlags } from './nameFlags';
export type { PortalCheckCode } from './portalChecks';
export { toHealthCheckCode } from './toHealthCheckCode';
