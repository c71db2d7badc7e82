import express from 'express';
import { faultMiddleware } from '../../http/faultMiddleware';
import { listen, type RunningSystem } from '../../http/listen';
import type { FaultSystem } from '../../world/faults';
import type { World } from '../../world/World';
import type { ManagerAddress } from '../manager/ManagerAddress';
import type { SimulatedCeph } from '../model/SimulatedCeph';
import { toMetrics } from './toMetrics';

/** The active manager's numbers for Prometheus; a standby has none. */
export async function startMetrics(
  world: World,
  options: {
    port: number;
    system: FaultSystem;
    ceph: SimulatedCeph;
    address: ManagerAddress;
  },
): Promise<RunningSystem> {
  const { ceph, address } = options;
  const pastChecks = new Map<string, string>();
  const app = express();
  app.disable('x-powered-by');
  app.use(
    faultMiddleware(world, options.system, {
      malformed: response =>
        response.status(200).type('text/plain').send('ceph_health_status{'),
    }),
  );
  app.get('/metrics', (request, response) => {
    if (!ceph.observe().managers.some(({ role }) => role === 'active')) {
      // Nobody listens.
      request.socket.destroy();
      return;
    }
    const status = ceph.observeAsManager();
    for (const { code, severity } of status.checks) {
      pastChecks.set(code, severity);
    }
    response
      .status(200)
      .type('text/plain; charset=utf-8')
      .send(address.reaches === 'standby' ? '' : toMetrics(status, pastChecks));
  });
  return listen(
    `Ceph metrics of ${ceph.definition.cluster}`,
    options.port,
    app,
  );
}
