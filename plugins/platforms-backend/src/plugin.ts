import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { gitopsRepositoriesServiceRef } from '@internal/gitops-repository';
import { platformPermissions } from '@internal/plugin-platforms-common';
import { PlatformsReader } from './PlatformsReader';
import { createPlatformsRouter } from './routes/platforms';

/** Serves under `/api/platforms` what was read of the platforms' repositories. */
export const platformsPlugin = createBackendPlugin({
  pluginId: 'platforms',
  register(env) {
    env.registerInit({
      deps: {
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        repositories: gitopsRepositoriesServiceRef,
      },
      async init(deps) {
        deps.permissionsRegistry.addPermissions(platformPermissions);
        deps.httpRouter.use(
          createPlatformsRouter({
            httpAuth: deps.httpAuth,
            permissions: deps.permissions,
            platforms: PlatformsReader.create(deps.repositories),
          }),
        );
      },
    });
  },
});
