import express from 'express';
import { faultMiddleware } from '../http/faultMiddleware';
import { listen, type RunningSystem } from '../http/listen';
import type { SystemOptions } from '../world/SystemOptions';
import type { World } from '../world/World';
import { apiFaultAnswers } from './apiGate';
import { gitRoutes } from './gitRoutes';
import { graphqlRoutes } from './graphql/graphqlRoutes';
import { portalLogin } from './model/ForgeState';
import { restRoutes } from './rest/restRoutes';
import { webRoutes } from './web/webRoutes';

/** Starts the forge: Git smart HTTP, the REST and GraphQL API of GitHub, and web pages. */
export async function startForge(
  world: World,
  options: SystemOptions & { gitRoot: string },
): Promise<RunningSystem> {
  world.forge.addToken(options.tokens.forge, portalLogin);
  const app = express();
  app.disable('x-powered-by');
  app.use(gitRoutes(world, options.gitRoot));
  app.use('/api', faultMiddleware(world, 'forge', apiFaultAnswers));
  app.use('/api/v3', restRoutes(world.forge));
  app.use('/api/graphql', graphqlRoutes(world.forge));
  app.use(faultMiddleware(world, 'forge'));
  app.use(webRoutes(world, { portalUrl: options.portalUrl }));
  return listen('forge', options.port, app);
}
