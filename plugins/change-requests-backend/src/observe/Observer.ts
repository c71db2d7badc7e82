import { randomUUID } from 'node:crypto';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type { PullRequestStatus } from '../forge/ForgeClient';
import { ForgeError } from '../forge/ForgeError';
import type { DeliveryTarget } from '../outbox/deliverIntent';
import type { Intent } from '../outbox/Intent';
import type { IntentStore } from '../outbox/IntentStore';
import { LeaseLostError } from '../outbox/LeaseLostError';
import type { Planner } from '../planning/Planner';
import { CircuitBreaker } from './CircuitBreaker';
import type { DeliveryClient } from './DeliveryClient';
import { hasUnreadContent, nextContent } from './nextContent';
import { nextDeliveryState } from './nextDeliveryState';
import { nextForgeState, type Transition } from './nextForgeState';

export interface ObserverOptions {
  store: IntentStore;
  planner: Planner;
  delivery: DeliveryClient;
  target(platform: string): DeliveryTarget;
  logger: LoggerService;
  everyMilliseconds: number;
}

/** Unfinished requests looked at in one cycle; those not seen for longest first. */
const cycleSize = 200;
const forgeBatch = 50;
/** Branches compared with their plans in one cycle; each is a call. */
const contentBatch = 10;
const maxPauseMilliseconds = 5 * 60_000;

/** Follows requests on the forge and in delivery, one replica per platform. */
export class Observer {
  readonly #owner = randomUUID();
  readonly #breakers = new Map<string, CircuitBreaker>();

  constructor(private readonly options: ObserverOptions) {}

  async run(signal: AbortSignal): Promise<void> {
    await Promise.all(
      this.options.planner
        .repositories()
        .map(({ platform }) => this.#observe(platform.id, signal)),
    );
  }

  async #observe(platform: string, signal: AbortSignal): Promise<void> {
    const { store, everyMilliseconds } = this.options;
    const mine = await store.claimObserver(platform, {
      owner: this.#owner,
      leaseMilliseconds: 3 * everyMilliseconds,
    });
    if (!mine) {
      return;
    }
    await this.#readContents(
      platform,
      await store.listUnfinished(platform, cycleSize),
      signal,
    );
    const intents = await store.listUnfinished(platform, cycleSize);
    const isMerged = (intent: Intent) =>
      intent.state === 'merged' || intent.state === 'syncing';
    const isUnsure = (intent: Intent) =>
      !isMerged(intent) || intent.pullRequest?.mergeCommit === undefined;
    await this.#readForge(platform, intents.filter(isUnsure), signal);
    await this.#readDelivery(platform, intents.filter(isMerged), signal);
  }

  /** What pull requests hold, once for every head they have. */
  async #readContents(
    platform: string,
    intents: Intent[],
    signal: AbortSignal,
  ): Promise<void> {
    const unread = intents.filter(hasUnreadContent).slice(0, contentBatch);
    for (const intent of unread) {
      const what = `branches of ${platform}`;
      await this.#guarded(what, [intent], signal, async () => {
        const { forge, repository } = this.options.target(platform);
        const reading = await forge.read(
          repository,
          { branch: intent.branch, labels: [], reviewers: [] },
          signal,
        );
        return () => nextContent(intent, reading);
      });
    }
  }

  async #readForge(
    platform: string,
    intents: Intent[],
    signal: AbortSignal,
  ): Promise<void> {
    for (let from = 0; from < intents.length; from += forgeBatch) {
      const batch = intents.slice(from, from + forgeBatch);
      await this.#guarded(`forge of ${platform}`, batch, signal, async () => {
        const { forge, repository } = this.options.target(platform);
        const statuses = await forge.readPullRequests(
          repository,
          batch.flatMap(({ pullRequest }) => pullRequest?.number ?? []),
          signal,
        );
        const observedAt = new Date().toISOString();
        return intent =>
          nextForgeState(intent, findStatus(intent, statuses), observedAt);
      });
    }
  }

  async #readDelivery(
    platform: string,
    intents: Intent[],
    signal: AbortSignal,
  ): Promise<void> {
    const { delivery, planner } = this.options;
    await this.#guarded(
      `delivery of ${platform}`,
      intents,
      signal,
      async () => {
        const snapshots = await delivery.snapshots(platform, signal);
        const known = planner.known(platform);
        return intent =>
          nextDeliveryState(intent, {
            snapshots,
            units: planner.units(platform, intent.apps),
            tip: known && {
              commit: known.snapshot.commit,
              observedAt: known.observedAt,
            },
          });
      },
    );
  }

  /** One reading for many requests; its failure changes no state. */
  async #guarded(
    what: string,
    intents: Intent[],
    signal: AbortSignal,
    read: () => Promise<(intent: Intent) => Transition>,
  ): Promise<void> {
    const breaker = this.#breaker(what);
    if (intents.length === 0 || !breaker.allows()) {
      return;
    }
    let next: (intent: Intent) => Transition;
    try {
      next = await read();
      breaker.succeeded();
    } catch (error) {
      signal.throwIfAborted();
      breaker.failed(error instanceof ForgeError ? error.retryAt : undefined);
      this.options.logger.warn(`Reading the ${what} failed`, toError(error));
      const staleReason =
        error instanceof ForgeError
          ? error.reason
          : `The ${what} cannot be read at present`;
      next = () => ({ change: { staleReason }, events: [] });
    }
    for (const intent of intents) {
      await this.#save(intent, next(intent));
    }
  }

  async #save(intent: Intent, transition: Transition): Promise<void> {
    try {
      await this.options.store.save(
        intent,
        transition.change,
        transition.events,
      );
    } catch (error) {
      // Somebody retried it meanwhile; the next cycle sees what is then.
      if (!(error instanceof LeaseLostError)) {
        throw error;
      }
    }
  }

  #breaker(what: string): CircuitBreaker {
    const known = this.#breakers.get(what);
    const breaker =
      known ??
      new CircuitBreaker({
        pauseMilliseconds: this.options.everyMilliseconds,
        maxPauseMilliseconds,
      });
    this.#breakers.set(what, breaker);
    return breaker;
  }
}

function findStatus(
  { pullRequest }: Intent,
  statuses: PullRequestStatus[],
): PullRequestStatus | undefined {
  return statuses.find(status => status.number === pullRequest?.number);
}
