import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { changeRequestsServiceRef } from '@internal/plugin-change-requests-node';
import { createAppCreateAction } from './actions/createAppCreateAction';
import { createChangeRequestOpenAction } from './actions/createChangeRequestOpenAction';
import { createExternalSecretCreateAction } from './actions/createExternalSecretCreateAction';
import { createHttpRouteCreateAction } from './actions/createHttpRouteCreateAction';
import { createKeycloakClientCreateAction } from './actions/createKeycloakClientCreateAction';
import { createOperationDescribeAction } from './actions/createOperationDescribeAction';
import { createDryRunGuard } from './dryRun/createDryRunGuard';

/** Adds the platform's actions to the scaffolder, and guards its dry run. */
export const platformActionsModule = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'platform-actions',
  register(env) {
    env.registerInit({
      deps: {
        actions: scaffolderActionsExtensionPoint,
        catalog: catalogServiceRef,
        changeRequests: changeRequestsServiceRef,
        config: coreServices.rootConfig,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        permissions: coreServices.permissions,
      },
      async init({
        actions,
        catalog,
        changeRequests,
        config,
        httpAuth,
        httpRouter,
        permissions,
      }) {
        actions.addActions(
          createAppCreateAction(),
          createHttpRouteCreateAction(),
          createExternalSecretCreateAction(),
          createKeycloakClientCreateAction(),
          createOperationDescribeAction(),
          createChangeRequestOpenAction({
            changeRequests,
            appBaseUrl: config.getString('app.baseUrl').replace(/\/+$/, ''),
          }),
        );
        // Modules start before their plugin, so the guard stands first.
        httpRouter.use(createDryRunGuard({ catalog, httpAuth, permissions }));
      },
    });
  },
});
