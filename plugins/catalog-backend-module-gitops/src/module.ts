import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  catalogProcessingExtensionPoint,
  catalogServiceRef,
} from '@backstage/plugin-catalog-node';
import { gitopsRepositoriesServiceRef } from '@internal/gitops-repository';
import { GitopsEntityProvider } from './GitopsEntityProvider';
import { Lane } from './Lane';

/** How often what failed is tried again. */
const retrySchedule = {
  frequency: { seconds: 5 },
  timeout: { minutes: 2 },
  scope: 'local',
} as const;

/** Catalog module that adds one entity provider per platform. */
export const catalogModuleGitops = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'gitops',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        logger: coreServices.logger,
        processing: catalogProcessingExtensionPoint,
        repositories: gitopsRepositoriesServiceRef,
        scheduler: coreServices.scheduler,
      },
      async init({
        auth,
        catalog,
        logger,
        processing,
        repositories,
        scheduler,
      }) {
        const lane = new Lane();
        const earlier: GitopsEntityProvider[] = [];
        for (const repository of repositories.list()) {
          const provider = GitopsEntityProvider.create({
            repository,
            earlier: [...earlier],
            lane,
            auth,
            catalog,
            logger,
            taskRunner: scheduler.createScheduledTaskRunner(retrySchedule),
          });
          processing.addEntityProvider(provider);
          earlier.push(provider);
        }
      },
    });
  },
});
