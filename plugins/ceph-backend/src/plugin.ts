import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { storagePermissions } from '@internal/plugin-ceph-common';
import { readStorageClusters } from './config';
import { AppDirectory } from './inventory/AppDirectory';
import { InventoryReader } from './inventory/InventoryReader';
import { MachineReader } from './inventory/MachineReader';
import { StorageModels } from './model/StorageModels';
import { createRequireRead } from './requireRead';
import { createChainRouter } from './routes/createChainRouter';
import { createClustersRouter } from './routes/createClustersRouter';
import { createRouter } from './routes/createRouter';
import { createVolumesRouter } from './routes/createVolumesRouter';
import { ClusterStorage } from './storage/ClusterStorage';
import { Storage } from './storage/Storage';

/** Keeps what is known of the platforms' storage and serves it under `/api/ceph`. */
export const cephPlugin = createBackendPlugin({
  pluginId: 'ceph',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
      },
      async init(deps) {
        const { config, httpAuth, logger } = deps;
        const machines = new MachineReader(deps);
        const apps = new AppDirectory(deps);
        const watched = readStorageClusters(config).map(cluster => {
          const inventory = new InventoryReader({ cluster, machines, apps });
          const storage = new ClusterStorage({
            cluster,
            parts: [inventory],
            onCycle: async ({ cluster: { platform } }) => {
              models.list(platform);
            },
            logger,
          });
          return { storage, inventory };
        });
        const clusters = watched.map(({ storage: cluster }) => cluster);
        const inventories = new Map(
          watched.map(found => [found.storage, found.inventory]),
        );
        const storage = new Storage(clusters);
        const models = new StorageModels(storage, inventories);
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
            routers: [
              createClustersRouter({
                storage,
                countVolumes: found => models.countVolumes(found),
              }),
              createVolumesRouter({ models }),
              createChainRouter({ models }),
            ],
          }),
        );
      },
    });
  },
});
