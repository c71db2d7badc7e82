import type {
  LoggerService,
  SchedulerServiceTaskRunner,
} from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type {
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import { type ObservedResource, toResource } from './entities/toResource';

/**
 * Brings what one plugin observed into the catalog. While it does not answer,
 * the catalog stays as it is.
 */
export class ObservedEntityProvider implements EntityProvider {
  readonly #name: string;
  readonly #observe: () => Promise<ObservedResource[]>;
  readonly #taskRunner: SchedulerServiceTaskRunner;
  readonly #logger: LoggerService;
  #provided: string | undefined;
  #problem: string | undefined;

  constructor(options: {
    name: string;
    /** All there is now; rejects where that is not known. */
    observe: () => Promise<ObservedResource[]>;
    taskRunner: SchedulerServiceTaskRunner;
    logger: LoggerService;
  }) {
    this.#name = options.name;
    this.#observe = options.observe;
    this.#taskRunner = options.taskRunner;
    this.#logger = options.logger;
  }

  getProviderName(): string {
    return this.#name;
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    await this.#taskRunner.run({
      id: this.#name,
      fn: () => this.#refresh(connection),
    });
  }

  async #refresh(connection: EntityProviderConnection): Promise<void> {
    try {
      const observed = await this.#observe();
      const entities = observed
        .map(toResource)
        .sort((a, b) => a.metadata.name.localeCompare(b.metadata.name));
      const content = JSON.stringify(entities);
      if (content !== this.#provided) {
        await connection.applyMutation({
          type: 'full',
          entities: entities.map(entity => ({
            entity,
            locationKey: this.#name,
          })),
        });
        this.#provided = content;
      }
      if (this.#problem !== undefined) {
        this.#problem = undefined;
        this.#logger.info(`${this.#name} is brought into the catalog again`);
      }
    } catch (error) {
      const problem = stringifyError(error);
      if (problem === this.#problem) return;
      this.#problem = problem;
      this.#logger.warn(
        `${this.#name} stays in the catalog as it is: ${problem}`,
      );
    }
  }
}
