import { randomUUID } from 'node:crypto';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { ForgeError } from '../forge/ForgeError';
import type { Planner } from '../planning/Planner';
import { toFailure } from './DeliveryError';
import {
  deliverIntent,
  type Delivered,
  type DeliveryTarget,
} from './deliverIntent';
import type { Intent } from './Intent';
import type { IntentStore } from './IntentStore';
import { LeaseLostError } from './LeaseLostError';

export interface IntentWorkerOptions {
  store: IntentStore;
  planner: Planner;
  /** Throws where the platform is not configured any more. */
  target(platform: string): DeliveryTarget;
  logger: LoggerService;
  /** Where people open the portal, for links to requests. */
  portalUrl?: string;
  leaseMilliseconds: number;
  /** Wait after the first failed try; it doubles with each further one. */
  backoffMilliseconds: number;
  /** Tries before a request is failed; those that a forge asked to put off do not count. */
  maxTries: number;
}

const maxBackoffMilliseconds = 10 * 60_000;
const maxPatienceMilliseconds = 60_000;

/** Takes drafts from the outbox and brings each to a pull request or a named failure. */
export class IntentWorker {
  readonly #owner = randomUUID();

  constructor(private readonly options: IntentWorkerOptions) {}

  /** Works until no draft is due. */
  async run(signal: AbortSignal): Promise<void> {
    const { store, leaseMilliseconds } = this.options;
    while (!signal.aborted) {
      const intent = await store.claim({
        owner: this.#owner,
        leaseMilliseconds,
      });
      if (!intent) {
        return;
      }
      await this.#work(intent, signal);
    }
  }

  async #work(intent: Intent, stopping: AbortSignal): Promise<void> {
    const { store, logger, leaseMilliseconds } = this.options;
    const lost = new AbortController();
    const renewing = setInterval(() => {
      store.renew(intent, leaseMilliseconds).catch(error => lost.abort(error));
    }, leaseMilliseconds / 3);
    try {
      await this.#deliver(intent, AbortSignal.any([stopping, lost.signal]));
    } catch (error) {
      if (stopping.aborted) {
        await this.#release(intent);
      } else if (!(error instanceof LeaseLostError)) {
        // The outbox still has the request, and the lease ends.
        logger.error(
          `Change request ${intent.id} could not be recorded and stays in the outbox`,
          toError(error),
        );
      }
    } finally {
      clearInterval(renewing);
    }
  }

  /** So that another replica need not wait for the end of the lease. */
  async #release(intent: Intent): Promise<void> {
    try {
      await this.options.store.save(intent, { release: true });
    } catch (error) {
      this.options.logger.debug(
        `Change request ${intent.id} is free when its lease ends`,
        toError(error),
      );
    }
  }

  async #deliver(intent: Intent, signal: AbortSignal): Promise<void> {
    const { store, planner, target, leaseMilliseconds, portalUrl } =
      this.options;
    try {
      const delivered = await deliverIntent({
        intent,
        planner,
        target: target(intent.platform),
        pageUrl: portalUrl && pageOf(portalUrl, intent),
        signal,
        holdLease: () => store.renew(intent, leaseMilliseconds),
        store: ({ baseCommit, tree, edits, findings }) =>
          store.save(intent, { baseCommit, tree, edits, findings }),
      });
      await this.#succeed(intent, delivered);
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof LeaseLostError) {
        throw error;
      }
      await this.#fail(intent, error);
    }
  }

  async #succeed(
    intent: Intent,
    { pullRequest, event, detail }: Delivered,
  ): Promise<void> {
    const now = new Date().toISOString();
    const { number, url, headCommit, state } = pullRequest;
    await this.options.store.save(
      intent,
      {
        state: state === 'open' ? 'open' : 'merged',
        pullRequest: { number, url, headCommit },
        mergedAt: state === 'open' ? undefined : now,
        observedAt: now,
        failure: undefined,
        staleReason: undefined,
        release: true,
      },
      [{ event, detail }],
    );
  }

  async #fail(intent: Intent, error: unknown): Promise<void> {
    const { store, logger, maxTries, backoffMilliseconds } = this.options;
    const { transient, ...failure } = toFailure(error);
    // A forge that asks to wait has not failed: with many requests at once, some wait for long.
    const isAskedToWait = failure.code === 'rate-limited';
    const tries = intent.tries + (isAskedToWait ? 0 : 1);
    logger.warn(
      isAskedToWait
        ? `Change request ${intent.id} waits, since the forge asks it to`
        : `Change request ${intent.id} failed on try ${tries}: ${failure.code}`,
      toError(error),
    );
    if (!transient || tries >= maxTries) {
      await store.save(
        intent,
        {
          state: 'failed',
          failure,
          tries,
          staleReason: undefined,
          release: true,
        },
        [{ event: 'failed', detail: failure.message }],
      );
      return;
    }
    const wait = isAskedToWait
      ? Math.max(backoffMilliseconds, patience(intent))
      : Math.min(
          backoffMilliseconds * 2 ** intent.tries,
          maxBackoffMilliseconds,
        );
    const asked = error instanceof ForgeError ? (error.retryAt ?? 0) : 0;
    const next = new Date(Math.max(Date.now() + wait, asked)).toISOString();
    const cause = `${failure.message}. `;
    const isKnown = isAskedToWait && intent.staleReason?.startsWith(cause);
    await store.save(
      intent,
      {
        tries,
        nextAttemptAt: next,
        staleReason: `${cause}The portal tries again at ${next}.`,
        release: true,
      },
      isKnown ? [] : [{ event: 'attempt-failed', detail: failure.message }],
    );
  }
}

/**
 * Wait for a forge that asks for one without saying how long: it grows with the
 * time since the last event, and a row of waits is a single event.
 */
function patience({ updatedAt }: Intent): number {
  const waited = Date.now() - Date.parse(updatedAt);
  return Math.min(waited / 10, maxPatienceMilliseconds);
}

function pageOf(portalUrl: string, { id }: Intent): string {
  return `${portalUrl.replace(/\/+$/, '')}/change-requests/${id}`;
}
