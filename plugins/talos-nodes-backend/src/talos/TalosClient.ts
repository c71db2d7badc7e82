import { readFile } from 'node:fs/promises';
import type { CallOptions } from '@connectrpc/connect';
import { parseTalosconfig } from './config/parseTalosconfig';
import type { TalosAccess } from './config/TalosAccess';
import { refusesClient } from './refusesClient';
import { TalosEndpoint } from './TalosEndpoint';
import type { TalosAnswer, TalosFailure } from './TalosFailure';
import {
  CONNECTION_CLOSED,
  type FailedCall,
  toTalosFailure,
} from './toTalosFailure';

export interface TalosClientOptions {
  /** Path of the talosconfig. */
  talosconfig: string;
  /** Default: the file's current context. */
  context?: string;
  deadlineMilliseconds: number;
}

interface Session {
  access: TalosAccess;
  endpoints: TalosEndpoint[];
  /** Index of the endpoint that answered last. */
  preferred: number;
}

const LONGEST_FILE_CHARACTERS = 1024 * 1024;

/** Asks the machines of one cluster, through whichever of its endpoints answers. */
export class TalosClient {
  readonly #options: TalosClientOptions;
  #text?: string;
  /** Count of readings of the file that began, and the one of them that was used last. */
  #begun = 0;
  #taken = 0;
  #session: TalosAnswer<Session> = {
    ok: false,
    failure: { reason: 'config-invalid', detail: 'it was not read yet' },
  };
  readonly #sessions = new Set<Session>();

  static create(options: TalosClientOptions) {
    return new TalosClient(options);
  }

  private constructor(options: TalosClientOptions) {
    this.#options = options;
  }

  get deadlineMilliseconds() {
    return this.#options.deadlineMilliseconds;
  }

  /**
   * Reads the talosconfig again. Where it changed, later calls use what it says
   * now; calls under way end as they began.
   */
  async reload(now: Date): Promise<TalosAnswer<TalosAccess>> {
    const { talosconfig, context } = this.#options;
    this.#begun += 1;
    const turn = this.#begun;
    const read = await readFile(talosconfig, 'utf8').then(
      text => ({ ok: true as const, text }),
      (error: NodeJS.ErrnoException) => ({
        ok: false as const,
        code: error.code,
      }),
    );
    // Of several at once, one that began earlier may end later, with what was before.
    if (turn < this.#taken) return this.#checkValidity(now);
    this.#taken = turn;
    if (!read.ok || read.text.length > LONGEST_FILE_CHARACTERS) {
      const detail = read.ok
        ? 'it is too large'
        : `it cannot be read (${read.code})`;
      return this.#fail({ reason: 'config-invalid', detail });
    }
    if (read.text !== this.#text) {
      const parsed = parseTalosconfig(read.text, context);
      if (!parsed.ok) return this.#fail(parsed.failure);
      this.#text = read.text;
      this.#open(parsed.value);
    }
    return this.#checkValidity(now);
  }

  /**
   * Looks for an endpoint that answers, so that those that do not cost their
   * deadline once and not for each machine.
   */
  async findEndpoint(signal: AbortSignal): Promise<TalosAnswer<void>> {
    if (!this.#session.ok) return this.#session;
    const { value: session } = this.#session;
    let failure: TalosFailure = { reason: 'slow' };
    for (const [turn] of session.endpoints.entries()) {
      const index = (session.preferred + turn) % session.endpoints.length;
      try {
        await askTwice(
          session.endpoints[index],
          this.#toCall(signal),
          ({ machine }, options) => machine.version({}, options),
        );
        session.preferred = index;
        return { ok: true, value: undefined };
      } catch (error) {
        failure = await this.#explain(
          toTalosFailure(error, signal).failure,
          session,
          index,
        );
        // It answered, though only to those with more rights.
        if (failure.reason === 'not-allowed') break;
      }
    }
    return { ok: false, failure };
  }

  /** Asks one machine, by its address as other machines know it; default: the endpoint itself. */
  async call<T>(
    node: string | undefined,
    signal: AbortSignal,
    ask: (endpoint: TalosEndpoint, options: CallOptions) => Promise<T>,
  ): Promise<TalosAnswer<T>> {
    return this.callWith(this.#toCall(signal, node), ask);
  }

  /** Like `call`, with options of the caller's own: for streams that stay open. */
  async callWith<T>(
    options: CallOptions,
    ask: (endpoint: TalosEndpoint, options: CallOptions) => Promise<T>,
  ): Promise<TalosAnswer<T>> {
    if (!this.#session.ok) return this.#session;
    const { value: session } = this.#session;
    const tried = await tryEndpoints(session, options, ask);
    if (tried.ok) return tried;
    const { failure, ofEndpoint } = tried;
    const isOnTheWay =
      ofEndpoint || ['unreachable', 'slow'].includes(failure.reason);
    if (!isOnTheWay || options.signal?.aborted) return { ok: false, failure };
    // The certificate may have been renewed meanwhile, and this one be worth nothing.
    await this.reload(new Date());
    if (!this.#session.ok || this.#session.value === session) {
      return { ok: false, failure };
    }
    const again = await tryEndpoints(this.#session.value, options, ask);
    return again.ok ? again : { ok: false, failure: again.failure };
  }

  close() {
    for (const { endpoints } of this.#sessions) {
      endpoints.forEach(endpoint => endpoint.close());
    }
    this.#sessions.clear();
  }

  async #explain(
    failure: TalosFailure,
    { access, endpoints }: Session,
    index: number,
  ): Promise<TalosFailure> {
    if (failure.reason === 'unsupported') return { reason: 'not-talos' };
    const isClosed =
      failure.reason === 'unreachable' && failure.code === CONNECTION_CLOSED;
    return isClosed &&
      (await refusesClient(
        endpoints[index].address,
        access,
        this.#options.deadlineMilliseconds,
      ))
      ? { reason: 'wrong-authority', refused: 'client' }
      : failure;
  }

  #toCall(signal: AbortSignal, node?: string): CallOptions {
    return {
      signal,
      timeoutMs: this.#options.deadlineMilliseconds,
      headers: node ? { node } : undefined,
    };
  }

  #open(access: TalosAccess) {
    const session: Session = {
      access,
      endpoints: access.endpoints.map(
        address => new TalosEndpoint(address, access),
      ),
      preferred: 0,
    };
    // Earlier sessions end by themselves when nobody uses them any more.
    this.#sessions.add(session);
    if (this.#sessions.size > 3) {
      const [oldest] = this.#sessions;
      oldest.endpoints.forEach(endpoint => endpoint.close());
      this.#sessions.delete(oldest);
    }
    this.#session = { ok: true, value: session };
  }

  /** What worked before goes on for calls under way, and the file is read anew next time. */
  #fail(failure: TalosFailure): TalosAnswer<never> {
    this.#text = undefined;
    if (!this.#session.ok) this.#session = { ok: false, failure };
    return { ok: false, failure };
  }

  #checkValidity(now: Date): TalosAnswer<TalosAccess> {
    if (!this.#session.ok) return this.#session;
    const { access } = this.#session.value;
    if (access.expiresAt <= now) {
      const at = access.expiresAt.toISOString().slice(0, 10);
      return { ok: false, failure: { reason: 'certificate-expired', at } };
    }
    return access.validFrom > now
      ? { ok: false, failure: { reason: 'clock-differs' } }
      : { ok: true, value: access };
  }
}

/** Asks again, once, where the connection ended: it may have been an old one. */
async function askTwice<T>(
  endpoint: TalosEndpoint,
  options: CallOptions,
  ask: (endpoint: TalosEndpoint, options: CallOptions) => Promise<T>,
): Promise<T> {
  try {
    return await ask(endpoint, options);
  } catch (error) {
    const { failure } = toTalosFailure(error, options.signal);
    if (
      failure.reason !== 'unreachable' ||
      failure.code !== CONNECTION_CLOSED
    ) {
      throw error;
    }
    return ask(endpoint, options);
  }
}

/** Asks the endpoint that answered last, and the next where the way there is broken. */
async function tryEndpoints<T>(
  session: Session,
  options: CallOptions,
  ask: (endpoint: TalosEndpoint, options: CallOptions) => Promise<T>,
): Promise<
  | { ok: true; value: T }
  | { ok: false; failure: TalosFailure; ofEndpoint: boolean }
> {
  const first = session.preferred;
  let failed: FailedCall = { failure: { reason: 'slow' }, ofEndpoint: false };
  for (const [turn] of session.endpoints.entries()) {
    const index = (first + turn) % session.endpoints.length;
    try {
      return {
        ok: true,
        value: await askTwice(session.endpoints[index], options, ask),
      };
    } catch (error) {
      failed = toTalosFailure(error, options.signal);
      if (!failed.ofEndpoint) break;
      if (session.preferred === index) {
        session.preferred = (index + 1) % session.endpoints.length;
      }
    }
  }
  return { ok: false, ...failed };
}
