import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { storagePermissions } from '@internal/plugin-ceph-common';
import { registerStorageHealth } from './actions/registerStorageHealth';
import { CephReader } from './ceph/CephReader';
import { readStorageClusters } from './config';
import { CephLedger } from './history/CephLedger';
import { CephStore } from './history/CephStore';
import { AppDirectory } from './inventory/AppDirectory';
import { InventoryReader } from './inventory/InventoryReader';
import { MachineReader } from './inventory/MachineReader';
import { registerCanNodeGoDown } from './maintenance/actions/registerCanNodeGoDown';
import { registerWhatDependsOnNode } from './maintenance/actions/registerWhatDependsOnNode';
import { createMaintenanceRouter } from './maintenance/createMaintenanceRouter';
import { Maintenance } from './maintenance/Maintenance';
import { StorageModels } from './model/StorageModels';
import { AlertNotifier } from './notifications/AlertNotifier';
import { AlertStore } from './notifications/AlertStore';
import { AlertWatch } from './notifications/AlertWatch';
import { readPlatformTeams } from './notifications/readPlatformTeams';
import { createRequireRead } from './requireRead';
import { createChainRouter } from './routes/createChainRouter';
import { createClustersRouter } from './routes/createClustersRouter';
import { createHistoryRouter } from './routes/createHistoryRouter';
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
        database: coreServices.database,
        discovery: coreServices.discovery,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        notifications: notificationService,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        registry: actionsRegistryServiceRef,
      },
      async init(deps) {
        const { config, httpAuth, logger, registry } = deps;
        const history = await CephStore.create(deps.database);
        const ledger = new CephLedger(history);
        const machines = new MachineReader(deps);
        const apps = new AppDirectory(deps);
        const watched = readStorageClusters(config).map(cluster => {
          const inventory = new InventoryReader({ cluster, machines, apps });
          const storage = new ClusterStorage({
            cluster,
            reader:
              cluster.ceph &&
              new CephReader({ cluster, sources: cluster.ceph, ledger }),
            parts: [inventory],
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
        const maintenance = new Maintenance({ storage, models });
        const alerts = new AlertWatch({
          models,
          maintenance,
          notifier: new AlertNotifier({
            store: await AlertStore.create(deps.database),
            notifications: deps.notifications,
            logger,
          }),
          platformTeams: readPlatformTeams(config),
        });
        const requireRead = createRequireRead(deps.permissions);

        deps.permissionsRegistry.addPermissions(storagePermissions);
        registerStorageHealth({ registry, requireRead, storage, models });
        registerCanNodeGoDown({ registry, requireRead, maintenance });
        registerWhatDependsOnNode({ registry, requireRead, maintenance });
        deps.lifecycle.addStartupHook(() =>
          clusters.forEach(cluster =>
            cluster.start(async (read, now) => {
              for (const { detail } of read.ceph) {
                await ledger.keep(detail, now);
              }
              await alerts.observe(read, now);
            }),
          ),
        );
        deps.lifecycle.addShutdownHook(async () => {
          await Promise.all(clusters.map(cluster => cluster.stop()));
        });
        deps.httpRouter.use(
          createRouter({
            httpAuth,
            requireRead,
            routers: [
              createClustersRouter({ storage, models }),
              createHistoryRouter({ storage, history }),
              createVolumesRouter({ models }),
              createChainRouter({ models }),
              createMaintenanceRouter(maintenance),
            ],
          }),
        );
      },
    });
  },
});
