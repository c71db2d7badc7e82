import { dataChecks } from './dataChecks';
import { filesystemChecks } from './filesystemChecks';
import type { HealthCheck } from './HealthCheck';
import { monitorChecks } from './monitorChecks';
import { osdChecks } from './osdChecks';
import { portalChecks } from './portalChecks';

/** English words for every health check that is known, by code. */
export const healthChecks = {
  ...monitorChecks,
  ...osdChecks,
  ...dataChecks,
  ...filesystemChecks,
  ...portalChecks,
  /** Any other code, of a newer Ceph or of one of its modules. */
  'other-check': {
    title: 'Ceph reports something the portal has no words for',
    meaning:
      'What it means for the data is not known here; Ceph’s own text says more.',
    dataRisk: 'none',
    nextStep:
      'Look the code up in Ceph’s documentation under "Health checks", and at "ceph health detail".',
  },
} as const satisfies Record<string, HealthCheck>;
export type HealthCheckCode = keyof typeof healthChecks;
