import {
  json,
  type Request,
  type Response,
  type Router,
  urlencoded,
} from 'express';
import { z } from 'zod';
import { endpointModes } from '../talos/apid/EndpointMode';
import { changeMachine, machineChanges } from '../talos/fleet/changeMachine';
import type { Talos } from '../talos/startTalos';
import { toSentence } from './toSentence';

const machineSchema = z.object({
  /** `<cluster>/<name>` */
  machine: z.string().regex(/^[^/]+\/[^/]+$/),
  change: z.enum(machineChanges),
});
const endpointSchema = z.object({
  cluster: z.string(),
  mode: z.enum(endpointModes),
});

/**
 * Lets things happen to the machines, by form or as JSON below `/api`:
 * `POST /machines` ({machine: `<cluster>/<name>`, change}),
 * `POST /talos-endpoints` ({cluster, mode}), `POST /talos-certificates`. A form
 * leads back to the page, JSON gets 204; what is wrong gets 400 and a sentence.
 */
export function addMachineRoutes(
  router: Router,
  talos: Talos,
  showPage: (response: Response, problem?: string) => Promise<void>,
): void {
  const actions: Record<string, (body: unknown) => void | Promise<void>> = {
    '/machines': body => {
      const { machine, change } = machineSchema.parse(body);
      const [cluster = '', name = ''] = machine.split('/');
      changeMachine(talos.cluster(cluster), name, change);
    },
    '/talos-endpoints': body => {
      const { cluster, mode } = endpointSchema.parse(body);
      talos.cluster(cluster).setEndpointMode(mode);
    },
    '/talos-certificates': () => talos.rotateCertificates(),
  };
  for (const [path, act] of Object.entries(actions)) {
    const attempt = async (request: Request): Promise<string | undefined> => {
      try {
        await act(request.body);
        return undefined;
      } catch (error) {
        return toSentence(error);
      }
    };
    router.post(
      path,
      urlencoded({ extended: false }),
      async (request, response) => {
        const problem = await attempt(request);
        if (problem === undefined) {
          response.redirect(303, '/');
        } else {
          await showPage(response, problem);
        }
      },
    );
    router.post(`/api${path}`, json(), async (request, response) => {
      const problem = await attempt(request);
      if (problem === undefined) {
        response.status(204).end();
      } else {
        response.status(400).json({ message: problem });
      }
    });
  }
}
