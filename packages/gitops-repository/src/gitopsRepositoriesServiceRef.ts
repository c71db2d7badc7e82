import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { ConfiguredRepositories } from './ConfiguredRepositories';
import type { GitopsRepositoriesService } from './GitopsRepositoriesService';

/**
 * The GitOps repositories of all platforms. Root-scoped: every plugin of the
 * process shares one mirror per platform.
 */
export const gitopsRepositoriesServiceRef =
  createServiceRef<GitopsRepositoriesService>({
    id: 'gitops.repositories',
    scope: 'root',
    defaultFactory: async service =>
      createServiceFactory({
        service,
        deps: {
          config: coreServices.rootConfig,
          lifecycle: coreServices.rootLifecycle,
          logger: coreServices.rootLogger,
        },
        factory: ({ config, lifecycle, logger }) =>
          ConfiguredRepositories.fromConfig(config, { lifecycle, logger }),
      }),
  });
