import { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { Maintenance } from './Maintenance';

/** `/maintenance`: verdicts, an order for all machines, and what depends on one; from memory. */
export function createMaintenanceRouter(maintenance: Maintenance): Router {
  const router = PromiseRouter();

  router.get('/maintenance/:platform/:cluster', (request, response) => {
    const { platform, cluster } = request.params;
    response.json(maintenance.plan(platform, cluster));
  });

  router.get('/maintenance/:platform/:cluster/:node', (request, response) => {
    const { platform, cluster, node } = request.params;
    response.json(maintenance.node(platform, cluster, node));
  });

  return router;
}
