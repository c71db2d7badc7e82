import { setTimeout as sleep } from 'node:timers/promises';
import { parseResource } from './parseResource';
import { type Event, EventType } from './protocol/cosi_pb';
import type { ResourceKind, TalosResource } from './resources';
import type { TalosClient } from './TalosClient';
import type { TalosFailure } from './TalosFailure';

const PAUSE_MILLISECONDS = 1000;
const LONGEST_PAUSE_MILLISECONDS = 60_000;

/**
 * Follows all resources of a type on one machine until the signal aborts. It
 * begins with all there are; after an interruption it goes on where it was,
 * or, where the machine cannot, with all there are again.
 */
export class ResourceWatch<T> {
  readonly #options: {
    client: TalosClient;
    node: string;
    kind: ResourceKind<T>;
    onChange: (items: TalosResource<T>[]) => void;
  };
  readonly #items = new Map<string, TalosResource<T>>();
  #bookmark?: Uint8Array;
  #isComplete = false;
  #failures = 0;

  constructor(options: {
    client: TalosClient;
    node: string;
    kind: ResourceKind<T>;
    /** All there are now. */
    onChange: (items: TalosResource<T>[]) => void;
  }) {
    this.#options = options;
  }

  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const failure = await this.#follow(signal);
      if (signal.aborted) return;
      if (failure && isForGood(failure)) return;
      if (failure?.reason === 'watch-lost') this.#forget();
      const pause = Math.min(
        PAUSE_MILLISECONDS * 2 ** this.#failures,
        LONGEST_PAUSE_MILLISECONDS,
      );
      this.#failures += 1;
      await sleep(pause, undefined, { signal }).catch(() => undefined);
    }
  }

  /** One stream; ends with what broke it, or without where the machine ended it. */
  async #follow(signal: AbortSignal): Promise<TalosFailure | undefined> {
    const { client, node, kind } = this.#options;
    if (!this.#isComplete) this.#forget();
    const { namespace, type } = kind;
    let isLost = false;
    const answer = await client.callWith({ signal }, endpoint =>
      endpoint.watch(
        {
          namespace,
          type,
          apiVersion: 1,
          options: this.#bookmark
            ? { startFromBookmark: this.#bookmark }
            : { bootstrapContents: true },
        },
        {
          node,
          signal,
          deadlineMilliseconds: client.deadlineMilliseconds,
          onEvents: events => {
            isLost = !this.#take(events);
            return !isLost;
          },
        },
      ),
    );
    if (isLost) return { reason: 'watch-lost' };
    return answer.ok ? undefined : answer.failure;
  }

  /** `false` where the machine lost events. */
  #take(events: Event[]): boolean {
    for (const event of events) {
      if (event.eventType === EventType.ERRORED) return false;
      this.#apply(event);
      // A part of the message, which would stay in memory whole.
      if (event.bookmark.length > 0)
        this.#bookmark = new Uint8Array(event.bookmark);
    }
    if (this.#isComplete && events.length > 0) {
      this.#failures = 0;
      this.#options.onChange([...this.#items.values()]);
    }
    return true;
  }

  #apply({ eventType, resource }: Event) {
    const id = resource?.metadata?.id ?? '';
    switch (eventType) {
      case EventType.BOOTSTRAPPED:
        this.#isComplete = true;
        return;
      case EventType.CREATED:
      case EventType.UPDATED: {
        const parsed = parseResource(this.#options.kind, resource);
        if (parsed) this.#items.set(id, parsed);
        return;
      }
      case EventType.DESTROYED:
        this.#items.delete(id);
        return;
      default:
    }
  }

  #forget() {
    this.#items.clear();
    this.#bookmark = undefined;
    this.#isComplete = false;
  }
}

/** Asking again gives the same until something else changes. */
function isForGood({ reason }: TalosFailure): boolean {
  return reason === 'not-allowed' || reason === 'unsupported';
}
