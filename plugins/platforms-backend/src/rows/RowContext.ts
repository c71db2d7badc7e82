import type { RepositoryModel, SourceRef } from '@internal/gitops-model';
import {
  type DescribedApp,
  entityRefs,
  type GitopsRepository,
} from '@internal/gitops-repository';
import type { HostRow, UnitRow } from '@internal/plugin-platforms-common';

export type Place = UnitRow['source'];
export type AppLink = HostRow['apps'][number];

/** What rows are built from: one commit of one platform, with its apps by cluster and name. */
export class RowContext {
  readonly model: RepositoryModel;
  readonly #repository: Pick<GitopsRepository, 'fileUrl'>;
  readonly #apps: ReadonlyMap<string, DescribedApp>;

  constructor(options: {
    repository: Pick<GitopsRepository, 'fileUrl'>;
    model: RepositoryModel;
    apps: readonly DescribedApp[];
  }) {
    this.model = options.model;
    this.#repository = options.repository;
    this.#apps = new Map(
      options.apps.map(described => [
        `${described.app.cluster}/${described.app.name}`,
        described,
      ]),
    );
  }

  appLink(cluster: string, name: string): AppLink {
    const described = this.#apps.get(`${cluster}/${name}`);
    if (!described) return { name };
    return {
      name,
      entityRef: entityRefs.component(described.name),
      owner: described.owner,
    };
  }

  place({ file, line }: SourceRef): Place {
    const { commit } = this.model;
    return {
      file,
      line,
      url: this.#repository.fileUrl(file, { commit, line }),
    };
  }
}
