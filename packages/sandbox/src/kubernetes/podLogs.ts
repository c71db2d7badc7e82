import { Router } from 'express';
import { z } from 'zod';
import { sendFailure, toBadRequest, toNotFound } from './failures';
import type { ObjectStore } from './ObjectStore';
import { requireResourceType } from './resourceTypes';
import { isRunning, readContainers } from './workloads/pods';

const podType = requireResourceType('v1', 'Pod');
const querySchema = z.object({
  container: z.string().optional(),
  tailLines: z.coerce.number().int().min(0).optional(),
});

/** Serves a few plain lines as the log of every running container. */
export function createPodLogsRouter(store: ObjectStore): Router {
  const router = Router();
  router.get('/namespaces/:namespace/pods/:name/log', (request, response) => {
    const { namespace, name } = request.params;
    const pod = store.get(podType, namespace, name);
    if (!pod) {
      sendFailure(response, toNotFound('pods', '', name));
      return;
    }
    const query = querySchema.parse(request.query);
    const containers = readContainers(pod);
    const container = query.container
      ? containers.find(one => one.name === query.container)
      : containers[0];
    if (!container) {
      sendFailure(
        response,
        toBadRequest(
          `container ${query.container} is not valid for pod ${name}`,
        ),
      );
      return;
    }
    if (!isRunning(pod)) {
      sendFailure(
        response,
        toBadRequest(
          `container "${container.name}" in pod "${name}" is waiting to start: trying and failing to pull image`,
        ),
      );
      return;
    }
    const lines = [
      `starting ${container.image}`,
      'reading configuration from the environment',
      'ready to serve requests',
    ];
    const tail =
      query.tailLines === undefined
        ? lines
        : lines.slice(lines.length - Math.min(query.tailLines, lines.length));
    response.type('text/plain').send(tail.map(line => `${line}\n`).join(''));
  });
  return router;
}
