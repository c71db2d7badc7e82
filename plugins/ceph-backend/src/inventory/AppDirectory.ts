import type { AuthService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { toSourceProblem } from '@internal/plugin-ceph-common';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { AppIndex } from '@internal/upstream';
import { type Attempt, keep, type Kept } from './Kept';

const REFRESH_MILLISECONDS = 45_000;
const DEADLINE_MILLISECONDS = 15_000;

/** The apps of the catalog, asked for once for all clusters. */
export class AppDirectory {
  readonly #auth: AuthService;
  readonly #catalog: CatalogService;
  #known: Kept<AppIndex> = { state: 'unread', reason: 'not-reachable' };
  #askedAt = -Infinity;
  #asking?: Promise<void>;

  constructor(options: { auth: AuthService; catalog: CatalogService }) {
    this.#auth = options.auth;
    this.#catalog = options.catalog;
  }

  get known(): Kept<AppIndex> {
    return this.#known;
  }

  /** Asks the catalog again where that is due; several who call wait for one answer. */
  async refresh(): Promise<void> {
    const isDue = performance.now() - this.#askedAt >= REFRESH_MILLISECONDS;
    if (!this.#asking && isDue) {
      this.#asking = this.#ask().finally(() => {
        this.#asking = undefined;
      });
    }
    await this.#asking;
  }

  async #ask() {
    const attempt = await this.#attempt();
    this.#known = keep(this.#known, attempt, new Date());
    // A catalog that is not up yet is asked again in the next cycle.
    if (attempt.ok) this.#askedAt = performance.now();
  }

  async #attempt(): Promise<Attempt<AppIndex>> {
    let timer: NodeJS.Timeout | undefined;
    const deadline = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(
        () => reject(new Error('it did not answer in time')),
        DEADLINE_MILLISECONDS,
      );
    });
    try {
      const { items } = await Promise.race([this.#list(), deadline]);
      return { ok: true, value: AppIndex.create(items) };
    } catch (error) {
      return {
        ok: false,
        reason: 'not-reachable',
        problem: toSourceProblem('catalog-not-told', {
          detail: toError(error).message,
        }),
      };
    } finally {
      clearTimeout(timer);
    }
  }

  async #list() {
    return this.#catalog.getEntities(
      {
        filter: { kind: 'Component' },
        fields: ['kind', 'metadata', 'spec.owner', 'relations'],
      },
      { credentials: await this.#auth.getOwnServiceCredentials() },
    );
  }
}
