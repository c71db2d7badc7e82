import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { gitopsRepositoriesServiceRef } from '@internal/gitops-repository';
import { ClusterPartsProcessor } from './ClusterPartsProcessor';
import { Declared } from './Declared';
import { HostedAppsProcessor } from './HostedAppsProcessor';
import { HostedApps } from './HostedApps';
import { ObservedEntityProvider } from './ObservedEntityProvider';
import { observeCeph } from './observeCeph';
import { observeMachines } from './observeMachines';
import { observeOsds } from './observeOsds';
import { PluginReader } from './read/PluginReader';

const schedule = {
  frequency: { seconds: 15 },
  timeout: { minutes: 2 },
  initialDelay: { seconds: 3 },
  scope: 'local',
} as const;

/** Adds what the portal observed of machines and storage to the catalog, and which apps run on which machine. */
export const catalogModuleHardware = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'hardware',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        discovery: coreServices.discovery,
        logger: coreServices.logger,
        processing: catalogProcessingExtensionPoint,
        repositories: gitopsRepositoriesServiceRef,
        scheduler: coreServices.scheduler,
      },
      async init({ auth, discovery, logger, processing, ...deps }) {
        const { repositories, scheduler } = deps;
        const reader = new PluginReader({ auth, discovery });
        const declared = new Declared(repositories);
        const apps = new HostedApps({ reader, declared, logger });
        await scheduler.scheduleTask({
          ...schedule,
          id: 'hardware:apps',
          fn: () => apps.refresh(),
        });
        processing.addProcessor(
          new HostedAppsProcessor(apps),
          new ClusterPartsProcessor(),
        );
        for (const { platform } of repositories.list()) {
          for (const { name } of platform.clusters) {
            const source = {
              reader,
              declared,
              platform: platform.id,
              cluster: name,
            };
            const observations = {
              machines: observeMachines(source),
              ceph: observeCeph(source),
              osds: observeOsds(source),
            };
            for (const [what, observe] of Object.entries(observations)) {
              processing.addEntityProvider(
                new ObservedEntityProvider({
                  name: `hardware:${platform.id}/${name}/${what}`,
                  observe,
                  taskRunner: scheduler.createScheduledTaskRunner(schedule),
                  logger,
                }),
              );
            }
          }
        }
      },
    });
  },
});
