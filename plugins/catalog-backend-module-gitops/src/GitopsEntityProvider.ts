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
import { type BuiltEntities, buildEntities } from './buildEntities';
import { compareSnapshots, type EntitySet } from './compareSnapshots';
import { EntityCheck } from './EntityCheck';
import type { BuiltEntity } from './entities/BuiltEntity';
import type { Lane } from './Lane';
import { readProvidedEntities } from './readProvidedEntities';

export interface GitopsEntityProviderOptions {
  repository: GitopsRepository;
  /** Those of the platforms configured before this one; their names go before. */
  earlier: readonly GitopsEntityProvider[];
  /** One for all platforms, so that no two change names at a time. */
  lane: Lane;
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
  readonly #later: GitopsEntityProvider[] = [];
  readonly #check = new EntityCheck();
  #connection: EntityProviderConnection | undefined;
  #provided: EntitySet | undefined;
  #hasMutated = false;
  /** Counts how often the names of what it stands for have changed. */
  #namesVersion = 0;
  /** The commit that was last taken or refused, with the versions of the names that went before. */
  #seen: string | undefined;
  /** The first try to synchronize, whichever way it ended. */
  #settled: Promise<void> | undefined;

  private constructor(options: GitopsEntityProviderOptions) {
    this.#options = options;
    this.#logger = options.logger.child({
      platform: options.repository.platform.id,
    });
    for (const other of options.earlier) other.#later.push(this);
  }

  static create(options: GitopsEntityProviderOptions): GitopsEntityProvider {
    return new GitopsEntityProvider(options);
  }

  getProviderName(): string {
    return `GitopsEntityProvider:${this.#options.repository.platform.id}`;
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    this.#connection = connection;
    const { repository, taskRunner } = this.#options;
    repository.onChange(() => this.#wake());
    await taskRunner.run({
      id: this.getProviderName(),
      fn: async () => this.synchronize(),
    });
  }

  /** Takes the repository's current commit; does nothing where it is taken already. */
  synchronize(): Promise<void> {
    const work = this.#synchronize();
    this.#settled ??= work.catch(() => {});
    return work;
  }

  #wake(): void {
    this.synchronize().catch(error => {
      this.#logger.error('The catalog was not updated', toError(error));
    });
  }

  async #synchronize(): Promise<void> {
    const { repository, earlier, lane } = this.#options;
    // What the mirror remembers of an earlier run may be old; so it asks first.
    if (!this.#hasMutated) await repository.refresh();
    // A name is not given away before those that go before had their chance.
    await Promise.all(
      earlier.map(
        other => other.#settled ?? other.synchronize().catch(() => {}),
      ),
    );
    await lane.run(() => this.#take());
  }

  async #take(): Promise<void> {
    const { repository, earlier } = this.#options;
    const { observation, failure } = repository.current();
    if (!this.#connection || !observation) return;
    const { snapshot } = observation;
    const versions = earlier.map(other => other.#namesVersion);
    const seen = [snapshot.commit, ...versions].join(' ');
    if (seen === this.#seen) return;

    const provided = await this.#readProvided();
    // What the catalog holds may be newer than what the mirror remembers.
    if (failure && !this.#hasMutated && provided.size > 0) return;

    const model = repository.read(snapshot);
    const taken = await this.#readTaken();
    const built = await buildEntities(
      { repository, snapshot, model, taken },
      this.#check,
    );
    this.#report(built);
    const comparison = compareSnapshots(provided, built.entities, {
      snapshot,
      model,
      refused: built.refused,
    });
    if (comparison.outcome === 'refused') {
      this.#logger.error(`The catalog is not updated: ${comparison.reason}`);
      this.#seen = seen;
      return;
    }
    const { next, added, removed, kept } = comparison;
    for (const { entityRef, reason } of kept) {
      this.#logger.warn(`${entityRef} is kept as it was: ${reason}`);
    }
    const gained = [...next.keys()].filter(ref => !provided.has(ref));
    for (const other of this.#later) await other.#release(gained);
    await this.#mutate(this.#connection, { next, added, removed });
    this.#provided = next;
    this.#seen = seen;
    this.#logger.info(
      `Took commit ${snapshot.commit}: ${next.size} entities, ${added.length} changed, ${removed.length} removed`,
    );
    if (gained.length > 0 || removed.length > 0) {
      this.#namesVersion += 1;
      this.#later.forEach(other => other.#wake());
    }
  }

  #report({ refused, shadowed, ignored }: BuiltEntities): void {
    for (const { entityRef, reason } of refused) {
      this.#logger.warn(`${entityRef} is left out: ${reason}`);
    }
    for (const entityRef of shadowed) {
      this.#logger.warn(
        `${entityRef} is left out: a platform configured before has an entity of that name`,
      );
    }
    for (const { file, reason } of ignored) {
      this.#logger.warn(`${file} is not used: ${reason}`);
    }
  }

  /** Refs of everything that earlier platforms stand for. */
  async #readTaken(): Promise<ReadonlySet<string>> {
    const sets = await Promise.all(
      this.#options.earlier.map(other => other.#readProvided()),
    );
    return new Set(sets.flatMap(set => [...set.keys()]));
  }

  /** Gives up names that an earlier platform is about to take. */
  async #release(entityRefs: readonly string[]): Promise<void> {
    const provided = await this.#readProvided();
    const held = entityRefs.filter(ref => provided.has(ref));
    if (!this.#connection || held.length === 0) return;
    const next = new Map(provided);
    held.forEach(ref => next.delete(ref));
    const locationKey = locationKeyOf(this.#options.repository.platform.id);
    await this.#connection.applyMutation({
      type: 'delta',
      added: [],
      removed: held.map(entityRef => ({ entityRef, locationKey })),
    });
    this.#provided = next;
    this.#seen = undefined;
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

  /** What it stands for; before its first commit what an earlier run has put into the catalog. */
  async #readProvided(): Promise<EntitySet> {
    if (this.#provided) return this.#provided;
    const { repository, catalog, auth } = this.#options;
    try {
      this.#provided = await readProvidedEntities(repository.platform.id, {
        catalog,
        auth,
      });
      return this.#provided;
    } catch (error) {
      throw new ForwardedError(
        'What the catalog already holds of the platform could not be read',
        error,
      );
    }
  }
}
