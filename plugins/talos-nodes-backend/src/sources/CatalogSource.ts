import { setTimeout as sleep } from 'node:timers/promises';
import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { toError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  type NodeSummary,
  readPlace,
} from '@internal/plugin-talos-nodes-common';
import { AppIndex } from '@internal/upstream';
import type { SourceHealth } from '../node/NodeSources';
import { FailureLog } from './FailureLog';
import { nextHealth } from './nextHealth';

const REFRESH_MILLISECONDS = 60_000;
/** The catalog may come up after this plugin. */
const RETRY_MILLISECONDS = 5_000;
const DEADLINE_MILLISECONDS = 15_000;

const FIELDS = ['kind', 'metadata', 'spec.owner', 'relations'];
const FILTERS: Record<string, string>[] = [
  { kind: 'Component' },
  { kind: 'Resource', 'spec.type': 'talos-node' },
];

/** What the catalog tells: which apps there are, and where people say machines stand. */
export class CatalogSource {
  readonly #options: {
    auth: AuthService;
    catalog: CatalogService;
  };
  readonly #failures: FailureLog;
  readonly #stopped = new AbortController();
  #apps?: AppIndex;
  #places = new Map<string, NodeSummary['place']>();
  #health: SourceHealth = {};
  #running?: Promise<void>;

  constructor(options: {
    auth: AuthService;
    catalog: CatalogService;
    logger: LoggerService;
  }) {
    this.#options = options;
    this.#failures = new FailureLog(options.logger);
  }

  /** Absent as long as the catalog was never read. */
  get apps(): AppIndex | undefined {
    return this.#apps;
  }

  get health(): SourceHealth {
    return this.#health;
  }

  placeOf(entityRef: string): NodeSummary['place'] {
    return this.#places.get(entityRef);
  }

  /** `onRead` is called after every reading. */
  start(onRead: () => void) {
    this.#running ??= this.#run(onRead);
  }

  async stop() {
    this.#stopped.abort();
    await this.#running;
  }

  async #run(onRead: () => void) {
    const { signal } = this.#stopped;
    while (!signal.aborted) {
      const problem = await this.#read(signal);
      if (signal.aborted) return;
      this.#health = nextHealth(this.#health, problem, new Date());
      this.#failures.note('catalog', problem);
      onRead();
      const pause = problem ? RETRY_MILLISECONDS : REFRESH_MILLISECONDS;
      await sleep(pause, undefined, { signal }).catch(() => undefined);
    }
  }

  /** A sentence where it failed. */
  async #read(signal: AbortSignal): Promise<string | undefined> {
    const deadline = AbortSignal.any([
      signal,
      AbortSignal.timeout(DEADLINE_MILLISECONDS),
    ]);
    try {
      this.#take(await Promise.race([this.#list(), rejectAt(deadline)]));
      return undefined;
    } catch (error) {
      return `The catalog does not tell which apps and machines there are: ${toError(error).message}`;
    }
  }

  async #list(): Promise<Entity[]> {
    const { auth, catalog } = this.#options;
    const { items } = await catalog.getEntities(
      { filter: FILTERS, fields: FIELDS },
      { credentials: await auth.getOwnServiceCredentials() },
    );
    return items;
  }

  #take(entities: Entity[]) {
    this.#apps = AppIndex.create(entities);
    this.#places = new Map(
      entities
        .filter(({ kind }) => kind === 'Resource')
        .map(entity => [
          stringifyEntityRef(entity),
          readPlace(entity.metadata.annotations ?? {}),
        ]),
    );
  }
}

function rejectAt(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const end = () => reject(new Error('it did not answer in time'));
    if (signal.aborted) end();
    else signal.addEventListener('abort', end, { once: true });
  });
}
