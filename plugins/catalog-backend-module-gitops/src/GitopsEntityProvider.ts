import type {
  AuthService,
  LoggerService,
  SchedulerServiceTaskRunner,
} from '@backstage/backend-plugin-api';
import { ForwardedError, toError } from '@backstage/errors';
import type {
  CatalogService,
  DeferredEntity,
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import type { GitopsRepository } from '@internal/gitops-repository';
import { locationKeyOf } from './annotations';
import { compareSnapshots, type EntitySet } from './compareSnapshots';
import type { BuiltEntity } from './entities/BuiltEntity';
import { readProvidedEntities } from './readProvidedEntities';
import { readSnapshot } from './readSnapshot';

export interface GitopsEntityProviderOptions {
  repository: GitopsRepository;
  /** Platforms configured before this one; their names go before. */
  earlier: readonly GitopsRepository[];
  catalog: CatalogService;
  auth: AuthService;
  logger: LoggerService;
  /** Tries again what failed, and nothing else: changes are told by the repository. */
  taskRunner: SchedulerServiceTaskRunner;
}

/**
 * Brings the apps of one platform's GitOps repository into the catalog. One
 * commit is taken whole or not at all: first with a full mutation, then with
 * what changed. A repository that cannot be read removes nothing.
 */
export class GitopsEntityProvider implements EntityProvider {
  readonly #options: GitopsEntityProviderOptions;
  readonly #logger: LoggerService;
  #connection: EntityProviderConnection | undefined;
  #provided: EntitySet | undefined;
  #hasMutated = false;
  /** The commit that was last taken or refused. */
  #seenCommit: string | undefined;
  #work: Promise<void> = Promise.resolve();

  private constructor(options: GitopsEntityProviderOptions) {
    this.#options = options;
    this.#logger = options.logger.child({
      platform: options.repository.platform.id,
    });
  }

  static create(options: GitopsEntityProviderOptions): GitopsEntityProvider {
    return new GitopsEntityProvider(options);
  }

  getProviderName(): string {
    return `GitopsEntityProvider:${this.#options.repository.platform.id}`;
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    this.#connection = connection;
    const { repository, earlier, taskRunner } = this.#options;
    const onChange = () => {
      this.synchronize().catch(error => {
        this.#logger.error('The catalog was not updated', toError(error));
      });
    };
    repository.onChange(onChange);
    for (const other of earlier) {
      other.onChange(() => {
        this.#seenCommit = undefined;
        onChange();
      });
    }
    await taskRunner.run({
      id: this.getProviderName(),
      fn: async () => this.synchronize(),
    });
  }

  /** Takes the repository's current commit; does nothing where it is taken already. */
  synchronize(): Promise<void> {
    const next = this.#work.then(() => this.#synchronize());
    this.#work = next.catch(() => {});
    return next;
  }

  async #synchronize(): Promise<void> {
    const { repository, earlier } = this.#options;
    // What the mirror remembers of an earlier run may be old; so it asks first.
    const { observation, failure } = this.#hasMutated
      ? repository.current()
      : await repository.refresh();
    if (!this.#connection || !observation) return;
    const { snapshot } = observation;
    if (snapshot.commit === this.#seenCommit) return;

    this.#provided ??= await this.#readProvided();
    // What the catalog holds may be newer than what the mirror remembers.
    if (failure && !this.#hasMutated && this.#provided.size > 0) return;

    const reading = await readSnapshot(repository, snapshot, earlier);
    for (const { entityRef, reason } of reading.refused) {
      this.#logger.warn(`${entityRef} is left out: ${reason}`);
    }
    const comparison = compareSnapshots(
      this.#provided,
      reading.entities,
      reading,
    );
    if (comparison.outcome === 'refused') {
      this.#logger.error(`The catalog is not updated: ${comparison.reason}`);
      this.#seenCommit = snapshot.commit;
      return;
    }
    const { next, added, removed, kept } = comparison;
    for (const { entityRef, reason } of kept) {
      this.#logger.warn(`${entityRef} is kept as it was: ${reason}`);
    }
    await this.#mutate(this.#connection, { next, added, removed });
    this.#provided = next;
    this.#seenCommit = snapshot.commit;
    this.#logger.info(
      `Took commit ${snapshot.commit}: ${next.size} entities, ${added.length} changed, ${removed.length} removed`,
    );
  }

  async #mutate(
    connection: EntityProviderConnection,
    change: { next: EntitySet; added: BuiltEntity[]; removed: string[] },
  ): Promise<void> {
    const locationKey = locationKeyOf(this.#options.repository.platform.id);
    const defer = ({ entity }: BuiltEntity): DeferredEntity => ({
      entity,
      locationKey,
    });
    if (!this.#hasMutated) {
      await connection.applyMutation({
        type: 'full',
        entities: [...change.next.values()].map(defer),
      });
      this.#hasMutated = true;
      return;
    }
    if (change.added.length === 0 && change.removed.length === 0) return;
    await connection.applyMutation({
      type: 'delta',
      added: change.added.map(defer),
      removed: change.removed.map(entityRef => ({ entityRef, locationKey })),
    });
  }

  async #readProvided(): Promise<EntitySet> {
    const { repository, catalog, auth } = this.#options;
    try {
      return await readProvidedEntities(repository.platform.id, {
        catalog,
        auth,
      });
    } catch (error) {
      throw new ForwardedError(
        'What the catalog already holds of the platform could not be read',
        error,
      );
    }
  }
}
