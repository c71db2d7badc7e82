import { readFile } from 'node:fs/promises';
import type { CallOptions } from '@connectrpc/connect';
import { parseTalosconfig } from './config/parseTalosconfig';
import type { TalosAccess } from './config/TalosAccess';
import { TalosEndpoint } from './TalosEndpoint';
import type { TalosAnswer, TalosFailure } from './TalosFailure';
import { type FailedCall, toTalosFailure } from './toTalosFailure';

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
    const read = await readFile(talosconfig, 'utf8').then(
      text => ({ ok: true as const, text }),
      (error: NodeJS.ErrnoException) => ({
        ok: false as const,
        code: error.code,
      }),
    );
    if (!read.ok || read.text.length > LONGEST_FILE_CHARACTERS) {
      const detail = read.ok
        ? 'it is too large'
        : `it cannot be read (${read.code})`;
      return this.#fail({ reason: 'config-invalid', detail });
    }
    if (read.text !== this.#text) {
      this.#text = read.text;
      const parsed = parseTalosconfig(read.text, context);
      if (!parsed.ok) return this.#fail(parsed.failure, read.text);
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
        await session.endpoints[index].machine.version(
          {},
          this.#toCall(signal),
        );
        session.preferred = index;
        return { ok: true, value: undefined };
      } catch (error) {
        failure = toTalosFailure(error).failure;
        if (failure.reason === 'unsupported') failure = { reason: 'not-talos' };
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
    if (tried.ok || !tried.ofEndpoint || options.signal?.aborted) return tried;
    // The certificate may have been renewed meanwhile, and this one be worth nothing.
    await this.reload(new Date());
    return this.#session.ok && this.#session.value !== session
      ? tryEndpoints(this.#session.value, options, ask)
      : tried;
  }

  close() {
    for (const { endpoints } of this.#sessions) {
      endpoints.forEach(endpoint => endpoint.close());
    }
    this.#sessions.clear();
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

  #fail(failure: TalosFailure, text?: string): TalosAnswer<never> {
    this.#text = text;
    this.#session = { ok: false, failure };
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
      return { ok: true, value: await ask(session.endpoints[index], options) };
    } catch (error) {
      failed = toTalosFailure(error);
      if (!failed.ofEndpoint) break;
      if (session.preferred === index) {
        session.preferred = (index + 1) % session.endpoints.length;
      }
    }
  }
  return { ok: false, ...failed };
}
