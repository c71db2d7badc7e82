import express from 'express';
import { faultMiddleware } from '../http/faultMiddleware';
import { listen, type RunningSystem } from '../http/listen';
import type { SystemOptions } from '../world/SystemOptions';
import type { World } from '../world/World';
import { apiFaultAnswers } from './apiGate';
import { appRoutes } from './app/appRoutes';
import { giteaFaultAnswers } from './gitea/giteaDialect';
import { giteaRoutes } from './gitea/giteaRoutes';
import { gitlabFaultAnswers } from './gitlab/gitlabDialect';
import { gitlabRoutes } from './gitlab/gitlabRoutes';
import { gitRoutes } from './gitRoutes';
import { graphqlRoutes } from './graphql/graphqlRoutes';
import { portalLogin } from './model/ForgeState';
import { restRoutes } from './rest/restRoutes';
import { webRoutes } from './web/webRoutes';

/**
 * Starts the forge: Git smart HTTP, web pages, and the APIs of GitHub (REST and
 * GraphQL), GitLab and Gitea, which show the same repositories and requests.
 */
export async function startForge(
  world: World,
  options: SystemOptions & { gitRoot: string },
): Promise<RunningSystem> {
  world.forge.addToken(options.tokens.forge, portalLogin);
  const app = express();
  app.disable('x-powered-by');
  app.use(gitRoutes(world, options.gitRoot));
  app.use(
    '/api/v4',
    faultMiddleware(world, 'forge', gitlabFaultAnswers),
    gitlabRoutes(world.forge),
  );
  app.use(
    '/api/v1',
    faultMiddleware(world, 'forge', giteaFaultAnswers),
    giteaRoutes(world.forge),
  );
  app.use('/api', faultMiddleware(world, 'forge', apiFaultAnswers));
  app.use('/api/v3', appRoutes(world.forge), restRoutes(world.forge));
  app.use('/api/graphql', graphqlRoutes(world.forge));
  app.use(faultMiddleware(world, 'forge'));
  // Where GitLab and Gitea have their pages.
  app.get(
    /^\/([\w.-]+\/[\w.-]+)\/(?:-\/merge_requests|pulls)\/(\d+)$/,
    ({ params }, response) =>
      response.redirect(`/${params[0]}/pull/${params[1]}`),
  );
  app.use(webRoutes(world, { portalUrl: options.portalUrl }));
  return listen('forge', options.port, app);
}
