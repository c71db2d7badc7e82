import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { storagePermissions } from '@internal/plugin-ceph-common';
import { readStorageClusters } from './config';
import { createRequireRead } from './requireRead';
import { createClustersRouter } from './routes/createClustersRouter';
import { createRouter } from './routes/createRouter';
import { ClusterStorage } from './storage/ClusterStorage';
import { Storage } from './storage/Storage';

/** Keeps what is known of the platforms' storage and serves it under `/api/ceph`. */
export const cephPlugin = createBackendPlugin({
  pluginId: 'ceph',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
      },
      async init(deps) {
        const { config, httpAuth, logger } = deps;
        const clusters = readStorageClusters(config).map(
          cluster =>
            new ClusterStorage({
              cluster,
              parts: [],
              onCycle: async () => {},
              logger,
            }),
        );
        const storage = new Storage(clusters);
        const requireRead = createRequireRead(deps.permissions);

        deps.permissionsRegistry.addPermissions(storagePermissions);
        deps.lifecycle.addStartupHook(() =>
          clusters.forEach(cluster => cluster.start()),
        );
        deps.lifecycle.addShutdownHook(async () => {
          await Promise.all(clusters.map(cluster => cluster.stop()));
        });
        deps.httpRouter.use(
          createRouter({
            httpAuth,
            requireRead,
            routers: [createClustersRouter({ storage, countVolumes: () => 0 })],
          }),
        );
      },
    });
  },
});
