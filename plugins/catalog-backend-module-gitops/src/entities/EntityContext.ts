import type {
  Host,
  RepositoryModel,
  RepositorySnapshot,
} from '@internal/gitops-model';
import {
  describeApps,
  type DescribedApp,
  type GitopsRepository,
} from '@internal/gitops-repository';
import { nameApis } from './buildApis';

/** What entities are built from: one commit of one platform. */
export interface EntitySource {
  repository: Pick<GitopsRepository, 'platform' | 'fileUrl'>;
  snapshot: RepositorySnapshot;
  model: RepositoryModel;
  /** Refs of entities that earlier platforms hold. */
  taken: ReadonlySet<string>;
}

export interface EntityContext extends EntitySource {
  apps: readonly DescribedApp[];
  /** Names of the hosts' API entities. */
  apiNames: ReadonlyMap<Host, string>;
  /** Path of the file that declares a deployment unit. */
  unitFile(cluster: string, unit: string): string | undefined;
  /** Owner of an app. */
  ownerOf(cluster: string, app: string | undefined): string | undefined;
}

/** Looks up once what every builder asks for; `ignored` are files that say nothing usable. */
export function createEntityContext(source: EntitySource): {
  context: EntityContext;
  ignored: { file: string; reason: string }[];
} {
  const { repository, model, taken } = source;
  const { platform } = repository;
  const { apps, ignored } = describeApps({ ...source, platform });
  const owners = new Map(
    apps.map(({ app, owner }) => [`${app.cluster}/${app.name}`, owner]),
  );
  const unitFiles = new Map(
    model.units.map(unit => [`${unit.cluster}/${unit.name}`, unit.source.file]),
  );
  return {
    ignored,
    context: {
      ...source,
      apps,
      apiNames: nameApis(model.hosts, taken),
      unitFile: (cluster, unit) => unitFiles.get(`${cluster}/${unit}`),
      ownerOf: (cluster, app) => owners.get(`${cluster}/${app}`),
    },
  };
}
