import { Agent } from 'undici';
import { z } from 'zod';
import type { ManagerConnection } from '../config';
import type { ManagerFailure } from './ManagerFailure';
import { type ManagerAnswer, sendRequest } from './sendRequest';

const loginSchema = z.looseObject({ token: z.string().min(1) });

export type ManagerResult<T> =
  | { ok: true; value: T; totalCount?: number; version?: string }
  | { ok: false; failure: ManagerFailure };

/** The REST API of Ceph's manager: one login, versions as each endpoint wants them. */
export class ManagerClient {
  readonly #connection: ManagerConnection;
  readonly #deadlineMilliseconds: number;
  readonly #agent?: Agent;
  readonly #versions = new Map<string, string>();
  #token?: string;
  #isRefused = false;
  #login?: Promise<ManagerFailure | undefined>;

  constructor(
    connection: ManagerConnection,
    options: { deadlineMilliseconds: number },
  ) {
    this.#connection = connection;
    this.#deadlineMilliseconds = options.deadlineMilliseconds;
    this.#agent = connection.authority
      ? new Agent({ connect: { ca: connection.authority } })
      : undefined;
  }

  /**
   * `path` stands below `/api`, without the query. A lower minor version than
   * the endpoint's is accepted by Ceph; another one is asked for once, and
   * remembered.
   */
  async get<T>(options: {
    path: string;
    query?: string;
    version: string;
    schema: z.ZodType<T>;
    signal: AbortSignal;
  }): Promise<ManagerResult<T>> {
    const { path, schema, signal } = options;
    let mayLogIn = true;
    let mayNegotiate = true;
    for (;;) {
      if (!this.#token) {
        mayLogIn = false;
        const failure = await this.#logIn(signal);
        if (failure) return { ok: false, failure };
      }
      const token = this.#token;
      const sent = await sendRequest({
        url: `${this.#connection.url}/api${path}${options.query ?? ''}`,
        version: this.#versions.get(path) ?? options.version,
        token,
        agent: this.#agent,
        deadlineMilliseconds: this.#deadlineMilliseconds,
        signal,
      });
      if (!sent.ok) return sent;
      const { answer } = sent;
      if (answer.status === 401) {
        if (this.#token === token) this.#token = undefined;
        if (mayLogIn) continue;
        return { ok: false, failure: { reason: 'token-refused' } };
      }
      if (answer.status === 415) {
        const wanted = /endpoint is '(\d+\.\d+)'/.exec(answer.text)?.[1];
        if (!wanted || !mayNegotiate) {
          return { ok: false, failure: { reason: 'version', path } };
        }
        mayNegotiate = false;
        this.#versions.set(path, wanted);
        continue;
      }
      const failure = toStatusFailure(answer, path);
      return failure ? { ok: false, failure } : parseAnswer(answer, schema);
    }
  }

  async close(): Promise<void> {
    await this.#agent?.close();
  }

  /** One at a time; a refusal is the last, for Ceph locks an account after ten. */
  async #logIn(signal: AbortSignal): Promise<ManagerFailure | undefined> {
    if (this.#isRefused) return { reason: 'login-refused' };
    this.#login ??= this.#requestToken(signal).finally(() => {
      this.#login = undefined;
    });
    return this.#login;
  }

  async #requestToken(
    signal: AbortSignal,
  ): Promise<ManagerFailure | undefined> {
    const { url, username, password } = this.#connection;
    const sent = await sendRequest({
      url: `${url}/api/auth`,
      version: '1.0',
      body: { username, password },
      agent: this.#agent,
      deadlineMilliseconds: this.#deadlineMilliseconds,
      signal,
    });
    if (!sent.ok) return sent.failure;
    const { answer } = sent;
    if (answer.status === 400 || answer.status === 401) {
      this.#isRefused = true;
      return { reason: 'login-refused' };
    }
    const failure = toStatusFailure(answer, '/auth');
    if (failure) return failure;
    const parsed = parseAnswer(answer, loginSchema);
    if (!parsed.ok) return parsed.failure;
    this.#token = parsed.value.token;
    return undefined;
  }
}

function toStatusFailure(
  { status }: ManagerAnswer,
  path: string,
): ManagerFailure | undefined {
  if (status >= 200 && status < 300) return undefined;
  if (status === 403) return { reason: 'forbidden', path };
  if (status === 429 || status >= 500) return { reason: 'unavailable', status };
  return { reason: 'not-the-api', status };
}

function parseAnswer<T>(
  { text, totalCount, version, status }: ManagerAnswer,
  schema: z.ZodType<T>,
): ManagerResult<T> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return text.trimStart().startsWith('<')
      ? { ok: false, failure: { reason: 'not-the-api', status } }
      : malformed('it is not JSON');
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) {
    return { ok: true, value: parsed.data, totalCount, version };
  }
  const [issue] = parsed.error.issues;
  return malformed(`${issue.path.join('.') || 'the answer'}: ${issue.message}`);
}

function malformed(detail: string): { ok: false; failure: ManagerFailure } {
  return { ok: false, failure: { reason: 'malformed', detail } };
}
