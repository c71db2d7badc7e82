import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { ClientRequest } from 'node:http';

const channel = 'http.client.request.created';

/**
 * Ends the requests of Node's HTTP client that some work sends, when a signal
 * aborts. For code that takes no signal; global `fetch` is not reached.
 */
export class HttpDeadline {
  readonly #signals = new AsyncLocalStorage<AbortSignal>();

  static create() {
    return new HttpDeadline();
  }

  private constructor() {}

  start() {
    subscribe(channel, this.#follow);
  }

  stop() {
    unsubscribe(channel, this.#follow);
  }

  /** Runs the work; its requests fail once the signal aborts. */
  run<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    return this.#signals.run(signal, work);
  }

  readonly #follow = (message: unknown) => {
    const signal = this.#signals.getStore();
    const request = requestOf(message);
    if (!signal || !request) return;
    // Without an error, which a request that has its response would throw.
    const end = () => request.destroy();
    if (signal.aborted) {
      end();
      return;
    }
    signal.addEventListener('abort', end, { once: true });
    request.once('close', () => signal.removeEventListener('abort', end));
  };
}

function requestOf(message: unknown): ClientRequest | undefined {
  return typeof message === 'object' &&
    message !== null &&
    'request' in message &&
    message.request instanceof ClientRequest
    ? message.request
    : undefined;
}
