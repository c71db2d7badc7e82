import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { deliveryPermissions } from '@internal/plugin-delivery-common';
import { ArgocdClient } from './argocd/ArgocdClient';
import { ArgocdReader } from './argocd/ArgocdReader';
import { readArgocdInstances } from './argocd/readArgocdInstances';
import { readWatchedClusters } from './config';
import { FluxClient } from './flux/FluxClient';
import { FluxReader } from './flux/FluxReader';
import { readFluxClusters } from './flux/readFluxClusters';
import { createSnapshotsRouter } from './routes/snapshots';
import { SnapshotPoller } from './snapshots/SnapshotPoller';

/** Keeps one delivery snapshot per cluster and serves it under `/api/delivery`. */
export const deliveryPlugin = createBackendPlugin({
  pluginId: 'delivery',
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
        const { config, httpAuth, logger, permissions } = deps;
        const clusters = readWatchedClusters(config);
        const pollers = [
          ...readArgocdInstances(clusters).map(instance => {
            const client = ArgocdClient.create(instance);
            const reader = ArgocdReader.create({ instance, client });
            return SnapshotPoller.create({ source: instance, reader, logger });
          }),
          ...readFluxClusters(clusters, config).map(cluster => {
            const client = FluxClient.create(cluster);
            const reader = FluxReader.create({ cluster, client });
            return SnapshotPoller.create({ source: cluster, reader, logger });
          }),
        ];
        deps.permissionsRegistry.addPermissions(deliveryPermissions);
        deps.lifecycle.addStartupHook(() =>
          pollers.forEach(poller => poller.start()),
        );
        deps.lifecycle.addShutdownHook(async () => {
          await Promise.all(pollers.map(poller => poller.stop()));
        });
        deps.httpRouter.use(
          createSnapshotsRouter({
            httpAuth,
            permissions,
            readSnapshots: () => pollers.map(poller => poller.snapshot),
          }),
        );
      },
    });
  },
});
