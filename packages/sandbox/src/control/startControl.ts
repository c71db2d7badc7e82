import express, { json, urlencoded, type Response } from 'express';
import PromiseRouter from 'express-promise-router';
import type { StartedCeph } from '../ceph/startCeph';
import { listen, type RunningSystem } from '../http/listen';
import { sendPage } from '../http/page';
import { requireSameOrigin } from '../http/requireSameOrigin';
import type { FaultSystem } from '../world/faults';
import type { SystemOptions } from '../world/SystemOptions';
import type { Cluster } from '../kubernetes/Cluster';
import type { Talos } from '../talos/startTalos';
import type { World } from '../world/World';
import { faultRequestSchema, faultSelectionSchema } from './faultSchemas';
import { readState } from './readState';
import { addActions } from './addActions';
import { toCephActions } from './cephActions';
import { toMachineActions } from './machineActions';
import { toNodeActions } from './nodeActions';
import { renderControlPage } from './renderControlPage';
import { toSentence } from './toSentence';

/**
 * Starts the control: a page with the systems and their faults, and the same
 * as JSON. `GET /api/state` → SandboxState; `POST /api/faults` (FaultRequest) →
 * 201 and the Fault; `DELETE /api/faults?system=&id=` → 204. What may happen to
 * machines, to nodes and to Ceph: {@link toMachineActions},
 * {@link toNodeActions}, {@link toCephActions}.
 */
export async function startControl(
  world: World,
  options: SystemOptions & {
    urls: Partial<Record<FaultSystem, string>>;
    talos: Talos;
    clusters: ReadonlyMap<string, Cluster>;
    ceph: Record<string, StartedCeph>;
  },
): Promise<RunningSystem> {
  const read = () => readState(world, options);
  const router = PromiseRouter();
  router.use(requireSameOrigin);

  router.get('/api/state', async (_request, response) => {
    response.json(await read());
  });
  router.post('/api/faults', json(), (request, response) => {
    const parsed = faultRequestSchema.safeParse(request.body);
    if (parsed.success) {
      response.status(201).json(world.faults.set(parsed.data));
    } else {
      response.status(400).json({ message: toSentence(parsed.error) });
    }
  });
  router.delete('/api/faults', (request, response) => {
    const parsed = faultSelectionSchema.safeParse(request.query);
    if (parsed.success) {
      world.faults.clear(parsed.data);
      response.status(204).end();
    } else {
      response.status(400).json({ message: toSentence(parsed.error) });
    }
  });

  const showPage = async (response: Response, problem?: string) => {
    const state = await read();
    sendPage(response, {
      title: 'Control',
      system: 'Sandbox',
      status: problem ? 400 : 200,
      links: [
        ...(options.urls.forge
          ? [{ href: options.urls.forge, label: 'Forge' }]
          : []),
        { href: options.portalUrl, label: 'Portal' },
      ],
      content: renderControlPage(state, problem),
    });
  };
  router.get('/', (_request, response) => showPage(response));
  router.post(
    '/faults',
    urlencoded({ extended: false }),
    async (request, response) => {
      const parsed = faultRequestSchema.safeParse(request.body);
      if (parsed.success) {
        world.faults.set(parsed.data);
        response.redirect(303, '/');
      } else {
        await showPage(response, toSentence(parsed.error));
      }
    },
  );
  router.post(
    '/faults/clear',
    urlencoded({ extended: false }),
    (request, response) => {
      world.faults.clear(faultSelectionSchema.parse(request.body));
      response.redirect(303, '/');
    },
  );

  addActions(
    router,
    {
      ...toMachineActions(options.talos),
      ...toNodeActions(options.clusters),
      ...toCephActions(options.ceph),
    },
    showPage,
  );

  const app = express();
  app.disable('x-powered-by');
  app.use(router);
  return listen('control', options.port, app);
}
