import express from 'express';
import Router from 'express-promise-router';
import { z } from 'zod';
import { faultMiddleware } from '../http/faultMiddleware';
import { listen, type RunningSystem } from '../http/listen';
import type { SystemOptions } from '../world/SystemOptions';
import type { World } from '../world/World';
import { toSubject } from './accounts';
import { createRealm } from './createRealm';
import { renderLoginPage, renderMessagePage } from './renderLoginPage';

const choice = z.object({ username: z.string() });

const answerWithPage: express.ErrorRequestHandler = (
  error,
  _request,
  response,
  _next,
) => {
  const reason = error instanceof Error ? error.message : String(error);
  response
    .status(400)
    .send(
      renderMessagePage(
        'Sign-in cannot go on',
        `Go back to the portal and sign in again. (${reason})`,
      ),
    );
};

/** Serves the realm `edgit`; discovery is at `/realms/edgit/.well-known/openid-configuration`. */
export async function startOidc(
  world: World,
  options: SystemOptions,
): Promise<RunningSystem> {
  const realmPath = '/realms/edgit';
  const loginPath = `${realmPath}/login-actions`;
  const app = express();
  const system = await listen('OpenID Connect', options.port, app);
  const realm = createRealm(world, {
    issuer: `${system.url}${realmPath}`,
    portalUrl: options.portalUrl,
    clientSecret: options.tokens.oidcClientSecret,
    loginPath: interaction => `${loginPath}/${interaction}`,
  });

  const login = Router();
  login.get('/:interaction', async (request, response) => {
    await realm.interactionDetails(request, response);
    response
      .set('cache-control', 'no-store')
      .send(
        renderLoginPage(
          world.people,
          `${loginPath}/${encodeURIComponent(request.params.interaction)}`,
        ),
      );
  });
  login.post(
    '/:interaction',
    express.urlencoded({ extended: false }),
    async (request, response) => {
      const { username } = choice.parse(request.body);
      const person = world.people.find(one => one.username === username);
      await realm.interactionFinished(
        request,
        response,
        person
          ? { login: { accountId: toSubject(person) } }
          : {
              error: 'access_denied',
              error_description: `The realm has no user ${username}.`,
            },
      );
    },
  );
  login.use(answerWithPage);

  app.disable('x-powered-by');
  app.use(faultMiddleware(world, 'oidc'));
  app.use(loginPath, login);
  app.use(realmPath, realm.callback());
  return system;
}
