import { createBackendModule } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import {
  catalogProcessingExtensionPoint,
  type EntityProvider,
  type EntityProviderMutation,
} from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { JsonObject } from '@backstage/types';
import {
  type GitopsRepository,
  gitopsRepositoriesServiceRef,
} from '@internal/gitops-repository';
import { GitopsEntityProvider } from '../GitopsEntityProvider';
import catalogModuleGitops from '../index';

export interface RecordedMutation {
  provider: string;
  mutation: EntityProviderMutation;
}

/** A portal whose catalog only records what it is given. */
export interface TestPortal {
  recorded: RecordedMutation[];
  repositories: GitopsRepository[];
  /** Lets every repository ask its remote and every provider take what it finds. */
  settle(): Promise<void>;
  /** What the catalog would hold now. */
  entities(): Map<string, Entity>;
  stop(): Promise<void>;
}

export async function startPortal(
  config: JsonObject,
  known: Entity[] = [],
): Promise<TestPortal> {
  const recorded: RecordedMutation[] = [];
  const connected: EntityProvider[] = [];
  const repositories: GitopsRepository[] = [];
  const backend = await startTestBackend({
    extensionPoints: [
      [
        catalogProcessingExtensionPoint,
        { addEntityProvider: (...added) => connected.push(...added.flat()) },
      ],
    ],
    features: [
      catalogModuleGitops,
      createBackendModule({
        pluginId: 'catalog',
        moduleId: 'spy',
        register(env) {
          env.registerInit({
            deps: { service: gitopsRepositoriesServiceRef },
            init: async ({ service }) => {
              repositories.push(...service.list());
            },
          });
        },
      }),
      catalogServiceMock.factory({ entities: known }),
      mockServices.rootConfig.factory({ data: config }),
      mockServices.scheduler.factory(),
    ],
  });
  const providers = connected.filter(
    provider => provider instanceof GitopsEntityProvider,
  );
  for (const provider of providers) {
    await provider.connect({
      applyMutation: async mutation => {
        recorded.push({
          provider: provider.getProviderName(),
          mutation: JSON.parse(JSON.stringify(mutation)),
        });
      },
      refresh: async () => {},
    });
  }
  return {
    recorded,
    repositories,
    async settle() {
      await Promise.all(repositories.map(repository => repository.refresh()));
      // What one platform takes may concern those after it.
      for (const provider of [...providers, ...providers]) {
        await provider.synchronize();
      }
    },
    entities: () => applyAll(recorded),
    stop: async () => backend.stop(),
  };
}

/** As the catalog does, which refuses what another provider's key holds. */
function applyAll(recorded: readonly RecordedMutation[]): Map<string, Entity> {
  const held = new Map<string, { entity: Entity; key: string | undefined }>();
  const add = (entity: Entity, key: string | undefined) => {
    const ref = refOf(entity);
    const holder = held.get(ref);
    if (holder && holder.key !== key) {
      throw new Error(`${ref} is held by ${holder.key}`);
    }
    held.set(ref, { entity, key });
  };
  for (const { mutation } of recorded) {
    if (mutation.type === 'full') {
      const keys = new Set(mutation.entities.map(item => item.locationKey));
      for (const [ref, { key }] of held) if (keys.has(key)) held.delete(ref);
      mutation.entities.forEach(item => add(item.entity, item.locationKey));
      continue;
    }
    for (const item of mutation.removed) {
      const ref = 'entityRef' in item ? item.entityRef : refOf(item.entity);
      if (held.get(ref)?.key === item.locationKey) held.delete(ref);
    }
    mutation.added.forEach(item => add(item.entity, item.locationKey));
  }
  return new Map([...held].map(([ref, { entity }]) => [ref, entity]));
}

function refOf({ kind, metadata }: Entity): string {
  return `${kind}:default/${metadata.name}`.toLowerCase();
}
