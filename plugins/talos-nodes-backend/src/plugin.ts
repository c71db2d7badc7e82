import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { gitopsRepositoriesServiceRef } from '@internal/gitops-repository';
import { talosNodePermissions } from '@internal/plugin-talos-nodes-common';
import { registerDescribeNode } from './actions/registerDescribeNode';
import { registerListNodeChanges } from './actions/registerListNodeChanges';
import { registerListNodes } from './actions/registerListNodes';
import { readNodeClusters } from './config';
import { ClusterReader } from './fleet/ClusterReader';
import { readDesiredNodes } from './git/readDesiredNodes';
import { HistoryKeeper } from './history/HistoryKeeper';
import { HistoryStore } from './history/HistoryStore';
import { LiveReader } from './live/LiveReader';
import { Nodes } from './Nodes';
import { createRequireRead } from './requireRead';
import { createNodesRouter } from './routes/createNodesRouter';
import { CatalogSource } from './sources/CatalogSource';

/** Keeps what is known of the platforms' machines and serves it under `/api/talos-nodes`. */
export const talosNodesPlugin = createBackendPlugin({
  pluginId: 'talos-nodes',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        registry: actionsRegistryServiceRef,
        repositories: gitopsRepositoriesServiceRef,
      },
      async init(deps) {
        const { config, httpAuth, logger, registry, repositories } = deps;
        const clusters = readNodeClusters(config).filter(
          ({ talos, kubernetes }) => talos || kubernetes,
        );
        const history = await HistoryStore.create(deps.database);
        const catalog = new CatalogSource({
          auth: deps.auth,
          catalog: deps.catalog,
          logger,
        });
        const watched = clusters.map(cluster => {
          const keeper = new HistoryKeeper({ store: history, ...cluster });
          const reader = new ClusterReader({
            cluster,
            logger,
            catalog,
            readDesired: () => readDesiredNodes(repositories, cluster),
            onNodes: (nodes, isComplete) =>
              keeper.observe(nodes, isComplete, new Date()),
          });
          return { keeper, reader };
        });
        const nodes = new Nodes(watched.map(({ reader }) => reader));
        const live = new LiveReader(nodes);
        const requireRead = createRequireRead(deps.permissions);

        deps.permissionsRegistry.addPermissions(talosNodePermissions);
        const actions = { registry, requireRead, nodes, history };
        registerListNodes(actions);
        registerDescribeNode(actions);
        registerListNodeChanges(actions);

        deps.lifecycle.addStartupHook(async () => {
          if (watched.length > 0) {
            catalog.start(() =>
              watched.forEach(({ reader }) => reader.takeCatalog()),
            );
          }
          for (const { keeper, reader } of watched) {
            reader.restore(await keeper.load());
            reader.start();
          }
        });
        deps.lifecycle.addShutdownHook(async () => {
          live.stop();
          await catalog.stop();
          await Promise.all(watched.map(({ reader }) => reader.stop()));
        });
        deps.httpRouter.use(
          createNodesRouter({ httpAuth, requireRead, nodes, live, history }),
        );
      },
    });
  },
});
