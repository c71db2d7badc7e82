import express from 'express';
import { z } from 'zod';
import { faultMiddleware } from '../http/faultMiddleware';
import { listen, type RunningSystem } from '../http/listen';
import type { Cluster } from '../kubernetes/Cluster';
import type { FaultSystem } from '../world/faults';
import type { SystemOptions } from '../world/SystemOptions';
import type { SimulatedPlatform, World } from '../world/World';
import { ArgoCd } from './ArgoCd';
import { createApplicationsRouter } from './createApplicationsRouter';
import { createPagesRouter } from './createPagesRouter';
import { sendFailure } from './failures';

export interface ArgocdOptions extends SystemOptions {
  /** The cluster it writes to. */
  cluster: Cluster;
  /** The platform whose repository it follows. */
  platform: SimulatedPlatform;
  /** File of the root Application, or folder of such files; default `k8s/root.yaml`. */
  rootPath?: string;
  /** Whose faults hit it; default `argocd`. */
  system?: FaultSystem;
  /** Milliseconds from seeing a difference until it is synced; default 500. */
  syncMs?: number;
}

const sessionSchema = z.object({ username: z.string(), password: z.string() });

/** Serves the REST API of an Argo CD that follows the main branch of a platform. */
export async function startArgocd(
  world: World,
  options: ArgocdOptions,
): Promise<RunningSystem> {
  const { cluster, platform, tokens } = options;
  const argocd = new ArgoCd({
    repository: platform.repository,
    cluster,
    clock: world.clock,
    rootPath: options.rootPath ?? 'k8s/root.yaml',
    syncMs: options.syncMs ?? 500,
  });
  await argocd.start();

  const app = express();
  app.disable('x-powered-by');
  app.use(
    faultMiddleware(world, options.system ?? 'argocd', {
      forbidden: response => sendFailure(response, 7, 'permission denied'),
      'rate-limited': response => sendFailure(response, 8, 'too many requests'),
    }),
  );
  app.use(createPagesRouter(argocd, cluster.store));
  app.get('/api/version', (_request, response) => {
    response.json({ Version: 'v3.1.9+8665140' });
  });
  app.post('/api/v1/session', express.json(), (request, response) => {
    const session = sessionSchema.safeParse(request.body);
    if (session.success && session.data.password === tokens.argocd) {
      response.json({ token: tokens.argocd });
    } else {
      sendFailure(response, 16, 'Invalid username or password');
    }
  });
  app.use('/api/v1', (request, response, next) => {
    const { authorization } = request.headers;
    if (authorization === `Bearer ${tokens.argocd}`) {
      next();
    } else {
      sendFailure(
        response,
        16,
        authorization === undefined
          ? 'no session information'
          : 'invalid session: token is malformed',
      );
    }
  });
  app.use(
    '/api/v1/applications',
    createApplicationsRouter({
      argocd,
      store: cluster.store,
      repository: platform.repository,
    }),
  );
  app.use((_request, response) => sendFailure(response, 5, 'Not Found'));

  const system = await listen('Argo CD', options.port, app).catch(error => {
    argocd.stop();
    throw error;
  });
  return {
    url: system.url,
    stop: async () => {
      argocd.stop();
      await system.stop();
    },
  };
}
