import type {
  LoggerService,
  RootLifecycleService,
} from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import { NotFoundError } from '@backstage/errors';
import { ScmIntegrations } from '@backstage/integration';
import { join } from 'node:path';
import { createAuthorization } from './git/createAuthorization';
import { GitMirror } from './git/GitMirror';
import type { GitopsRepositoriesService } from './GitopsRepositoriesService';
import type { GitopsRepository } from './GitopsRepository';
import { MirroredRepository } from './MirroredRepository';
import { prepareWorkingDirectory } from './prepareWorkingDirectory';
import { readPlatforms } from './readPlatforms';

/** One mirror per platform of the configuration. */
export class ConfiguredRepositories implements GitopsRepositoriesService {
  readonly #repositories: ReadonlyMap<string, GitopsRepository>;

  private constructor(repositories: ReadonlyMap<string, GitopsRepository>) {
    this.#repositories = repositories;
  }

  /** @throws InputError with a sentence that names the wrong configuration key. */
  static fromConfig(
    config: Config,
    deps: { logger: LoggerService; lifecycle: RootLifecycleService },
  ): ConfiguredRepositories {
    const platforms = readPlatforms(config);
    if (platforms.length === 0) return new ConfiguredRepositories(new Map());
    const integrations = ScmIntegrations.fromConfig(config);
    const workingDirectory = prepareWorkingDirectory(config);
    const repositories = platforms.map(platform =>
      MirroredRepository.create({
        platform,
        logger: deps.logger,
        mirror: GitMirror.create({
          home: join(workingDirectory, platform.id),
          repository: platform.repository,
          authorize: createAuthorization(integrations, platform.repository.url),
        }),
      }),
    );
    deps.lifecycle.addShutdownHook(async () => {
      await Promise.all(repositories.map(repository => repository.stop()));
    });
    return new ConfiguredRepositories(
      new Map(
        repositories.map(repository => [repository.platform.id, repository]),
      ),
    );
  }

  list(): GitopsRepository[] {
    return [...this.#repositories.values()];
  }

  get(platformId: string): GitopsRepository {
    const repository = this.#repositories.get(platformId);
    if (!repository) {
      throw new NotFoundError(`There is no platform ${platformId}`);
    }
    return repository;
  }
}
