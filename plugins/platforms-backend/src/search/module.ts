import { createBackendModule } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { catalogCollatorExtensionPoint } from '@backstage/plugin-search-backend-module-catalog';
import type { RepositoryModel } from '@internal/gitops-model';
import {
  type GitopsRepositoriesService,
  gitopsRepositoriesServiceRef,
} from '@internal/gitops-repository';
import { type AppFacts, collectAppFacts, keyOfApp } from './AppFacts';
import { describeForSearch } from './describeForSearch';

/** Search module that lets apps be found by host, image, namespace and secret key. */
export const searchModulePlatforms = createBackendModule({
  pluginId: 'search',
  moduleId: 'platforms',
  register(env) {
    env.registerInit({
      deps: {
        collator: catalogCollatorExtensionPoint,
        repositories: gitopsRepositoriesServiceRef,
      },
      async init({ collator, repositories }) {
        collator.setEntityTransformer(
          describeForSearch(createFactsReader(repositories)),
        );
      },
    });
  },
});

function createFactsReader(
  repositories: GitopsRepositoriesService,
): (entity: Entity) => AppFacts | undefined {
  const read = new WeakMap<RepositoryModel, ReadonlyMap<string, AppFacts>>();
  return ({ kind, metadata: { annotations = {} } }) => {
    const platform = annotations['portal.internal/platform'];
    const cluster = annotations['portal.internal/cluster'];
    const app = annotations['portal.internal/app'];
    if (kind !== 'Component' || !cluster || !app) return undefined;
    const repository = repositories
      .list()
      .find(candidate => candidate.platform.id === platform);
    const observed = repository?.current().observation;
    if (!repository || !observed) return undefined;
    const model = repository.read(observed.snapshot);
    const facts = read.get(model) ?? collectAppFacts(model);
    read.set(model, facts);
    return facts.get(keyOfApp(cluster, app));
  };
}
