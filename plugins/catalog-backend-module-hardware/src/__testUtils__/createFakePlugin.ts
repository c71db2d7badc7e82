import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { Router } from 'express';

/** What a plugin answers, by path; `undefined` fails. */
export type Answers = Record<string, () => object | undefined>;

/** A backend plugin that answers other plugins with what the test says. */
export function createFakePlugin(pluginId: string, answers: Answers) {
  return createBackendPlugin({
    pluginId,
    register(env) {
      env.registerInit({
        deps: {
          httpAuth: coreServices.httpAuth,
          router: coreServices.httpRouter,
        },
        async init({ httpAuth, router }) {
          const routes = Router();
          for (const [path, answer] of Object.entries(answers)) {
            routes.get(path, async (request, response, next) => {
              try {
                await httpAuth.credentials(request, { allow: ['service'] });
                const body = answer();
                if (body) response.json(body);
                else response.status(503).end();
              } catch (error) {
                next(error);
              }
            });
          }
          router.use(routes);
        },
      });
    },
  });
}
