import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';
import { gitopsRepositoriesServiceRef } from '@internal/gitops-repository';
import { changeRequestPermissions } from '@internal/plugin-change-requests-common';
import { readChangeRequestsConfig } from './config';
import { createForges } from './forge/createForges';
import { ChangeRequestsInbox } from './inbox/ChangeRequestsInbox';
import { Loop } from './Loop';
import { DeliveryClient } from './observe/DeliveryClient';
import { Observer } from './observe/Observer';
import { IntentStore } from './outbox/IntentStore';
import { IntentWorker } from './outbox/IntentWorker';
import { createTargets } from './outbox/createTargets';
import { Planner } from './planning/Planner';
import { createAppsRouter } from './routes/apps';
import { createFieldChecksRouter } from './routes/fieldChecks';
import { createJsonBody } from './routes/jsonBody';
import { createPlatformsRouter } from './routes/platforms';
import { createPreviewsRouter } from './routes/previews';
import { createRequestsRouter } from './routes/requests';

/** Requests one replica brings to the forge at the same time. */
const deliveriesAtOnce = 2;

/** From a plan to one pull request, under `/api/change-requests`. */
export const changeRequestsPlugin = createBackendPlugin({
  pluginId: 'change-requests',
  register(env) {
    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        config: coreServices.rootConfig,
        database: coreServices.database,
        discovery: coreServices.discovery,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        repositories: gitopsRepositoriesServiceRef,
        userInfo: coreServices.userInfo,
      },
      async init(deps) {
        const { auditor, logger, httpRouter, lifecycle } = deps;
        const config = readChangeRequestsConfig(deps.config);
        const store = await IntentStore.create(deps.database);
        const planner = Planner.create({
          repositories: deps.repositories,
          refreshMilliseconds: config.refreshTimeoutMilliseconds,
        });
        const forges = createForges({
          integrations: ScmIntegrations.fromConfig(deps.config),
          deadlineMilliseconds: config.callTimeoutMilliseconds,
        });
        const target = createTargets({ config, planner, forges });

        const worker = new IntentWorker({
          ...config,
          store,
          planner,
          target,
          logger,
          portalUrl: deps.config.getOptionalString('app.baseUrl'),
        });
        // Each claims for itself, so that a slow delivery holds up no other.
        const delivering = Array.from(
          { length: deliveriesAtOnce },
          () =>
            new Loop({
              name: 'Delivering change requests',
              everyMilliseconds: config.pollMilliseconds,
              run: signal => worker.run(signal),
              logger,
            }),
        );
        const observer = new Observer({
          store,
          planner,
          target,
          logger,
          everyMilliseconds: config.observeMilliseconds,
          delivery: new DeliveryClient({
            auth: deps.auth,
            discovery: deps.discovery,
            deadlineMilliseconds: config.callTimeoutMilliseconds,
          }),
        });
        const observing = new Loop({
          name: 'Observing change requests',
          everyMilliseconds: config.observeMilliseconds,
          run: signal => observer.run(signal),
          logger,
        });
        for (const loop of [...delivering, observing]) {
          lifecycle.addStartupHook(() => loop.start());
          lifecycle.addShutdownHook(() => loop.stop());
        }

        const inbox = new ChangeRequestsInbox({
          store,
          planner,
          kick: () => delivering.forEach(loop => loop.kick()),
        });
        const callers = {
          httpAuth: deps.httpAuth,
          permissions: deps.permissions,
          userInfo: deps.userInfo,
          platformTeam: (platform: string) =>
            config.platforms.get(platform)?.platformTeam,
        };
        deps.permissionsRegistry.addPermissions(changeRequestPermissions);
        httpRouter.use(createJsonBody());
        httpRouter.use(createPlatformsRouter({ callers, planner }));
        httpRouter.use(createAppsRouter({ callers, planner }));
        httpRouter.use(createFieldChecksRouter({ callers, inbox }));
        httpRouter.use(createPreviewsRouter({ callers, auditor, inbox }));
        httpRouter.use(createRequestsRouter({ callers, auditor, inbox }));
      },
    });
  },
});
