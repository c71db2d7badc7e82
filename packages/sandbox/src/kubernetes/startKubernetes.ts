import express from 'express';
import { faultMiddleware } from '../http/faultMiddleware';
import { listen, type RunningSystem } from '../http/listen';
import type { FaultSystem } from '../world/faults';
import type { SystemOptions } from '../world/SystemOptions';
import type { World } from '../world/World';
import type { Cluster } from './Cluster';
import { createDiscoveryRouter } from './discovery';
import { createObjectsRouter } from './createObjectsRouter';
import { sendFailure, unauthorized, unknownPath } from './failures';
import { createPodLogsRouter } from './podLogs';
import { createPodMetricsRouter } from './podMetrics';

export interface KubernetesOptions extends SystemOptions {
  /** Shared with Argo CD or Flux, which write what is in Git. */
  cluster: Cluster;
  /** Whose faults hit it; default `kubernetes`. */
  system?: FaultSystem;
  /** Milliseconds between the bookmarks of a watch; default 10 000. */
  bookmarkMs?: number;
}

/** Serves the REST API of the cluster to whoever brings the bearer token. */
export async function startKubernetes(
  world: World,
  options: KubernetesOptions,
): Promise<RunningSystem> {
  const { store } = options.cluster;
  const app = express();
  app.disable('x-powered-by');
  app.use(
    faultMiddleware(world, options.system ?? 'kubernetes', {
      forbidden: response =>
        sendFailure(response, {
          code: 403,
          reason: 'Forbidden',
          message:
            'forbidden: User "system:serviceaccount:portal:portal" cannot do this',
        }),
      'rate-limited': response => {
        response.set('retry-after', '1');
        sendFailure(response, {
          code: 429,
          reason: 'TooManyRequests',
          message: 'Too many requests, please try again later.',
        });
      },
    }),
  );
  app.use((request, response, next) => {
    if (
      request.headers.authorization === `Bearer ${options.tokens.kubernetes}`
    ) {
      next();
    } else {
      sendFailure(response, unauthorized);
    }
  });
  app.use(createDiscoveryRouter(options.cluster.version));
  app.use('/api/v1', createPodLogsRouter(store));
  app.use(
    '/apis/metrics.k8s.io/v1beta1',
    createPodMetricsRouter({ store, clock: world.clock }),
  );
  app.use(
    createObjectsRouter(store, { bookmarkMs: options.bookmarkMs ?? 10_000 }),
  );
  app.use((_request, response) => sendFailure(response, unknownPath));
  return listen('Kubernetes API', options.port, app);
}
