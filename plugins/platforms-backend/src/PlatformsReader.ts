import type { RepositorySnapshot } from '@internal/gitops-model';
import {
  type GitopsRepositoriesService,
  type GitopsRepository,
  describeApps,
  takenComponents,
} from '@internal/gitops-repository';
import type { PlatformOverview } from '@internal/plugin-platforms-common';
import { buildOverview } from './buildOverview';
import { buildRowLists } from './rows/buildRowLists';
import { noRowLists, type RowLists } from './rows/RowLists';

interface Built {
  /** Of the platforms that go before, as their apps' names do. */
  earlier: readonly (RepositorySnapshot | undefined)[];
  lists: RowLists;
}

/** What is known of each platform; rows are made once per commit. */
export class PlatformsReader {
  readonly #repositories: GitopsRepositoriesService;
  readonly #built = new WeakMap<RepositorySnapshot, Built>();

  private constructor(repositories: GitopsRepositoriesService) {
    this.#repositories = repositories;
  }

  static create(repositories: GitopsRepositoriesService): PlatformsReader {
    return new PlatformsReader(repositories);
  }

  overviews(): PlatformOverview[] {
    return this.#repositories.list().map(buildOverview);
  }

  /** Throws `NotFoundError` for a platform that is not configured. */
  rows(platformId: string): RowLists {
    const repository = this.#repositories.get(platformId);
    const snapshot = repository.current().observation?.snapshot;
    if (!snapshot) return noRowLists;
    const all = this.#repositories.list();
    const earlier = all.slice(0, all.indexOf(repository));
    const snapshots = earlier.map(
      other => other.current().observation?.snapshot,
    );
    const known = this.#built.get(snapshot);
    const isCurrent = known?.earlier.every(
      (other, index) => other === snapshots[index],
    );
    if (known && isCurrent) return known.lists;
    const lists = buildLists(repository, snapshot, earlier);
    this.#built.set(snapshot, { earlier: snapshots, lists });
    return lists;
  }
}

function buildLists(
  repository: GitopsRepository,
  snapshot: RepositorySnapshot,
  earlier: readonly GitopsRepository[],
): RowLists {
  const model = repository.read(snapshot);
  const { apps } = describeApps({
    snapshot,
    model,
    platform: repository.platform,
    taken: takenComponents(earlier),
  });
  return buildRowLists({ repository, model, apps });
}
