import { toError } from '@backstage/errors';
import { fetch, type Agent } from 'undici';
import { z } from 'zod';
import type { HttpFailure } from './HttpFailure';
import { readLimited } from './readLimited';

const LIMIT_MEGABYTES = 32;

export type JsonAnswer<T> =
  { ok: true; value: T } | { ok: false; failure: HttpFailure };

/**
 * Asks once, within the deadline, and follows no redirect, which would carry
 * the token along.
 */
export async function getJson<T>(options: {
  url: string;
  /** Bearer token. */
  token?: string;
  /** Beside `accept` and `authorization`; may replace `accept`. */
  headers?: Record<string, string>;
  schema: z.ZodType<T>;
  deadlineMilliseconds: number;
  signal: AbortSignal;
  /** For a certificate authority of the server's own. */
  agent?: Agent;
}): Promise<JsonAnswer<T>> {
  const { url, token, schema, deadlineMilliseconds, signal, agent } = options;
  try {
    const response = await fetch(url, {
      dispatcher: agent,
      headers: {
        accept: 'application/json',
        ...(token && { authorization: `Bearer ${token}` }),
        ...options.headers,
      },
      redirect: 'manual',
      signal: AbortSignal.any([
        signal,
        AbortSignal.timeout(deadlineMilliseconds),
      ]),
    });
    const failure = toStatusFailure(response.status);
    if (failure) {
      await response.body?.cancel();
      return { ok: false, failure };
    }
    const text = await readLimited(
      response.body ?? [],
      LIMIT_MEGABYTES * 1024 * 1024,
    );
    return text === undefined
      ? failed({ reason: 'too-large', limitMegabytes: LIMIT_MEGABYTES })
      : parseAnswer(text, schema);
  } catch (error) {
    return failed(toTransportFailure(error));
  }
}

function failed(failure: HttpFailure): { ok: false; failure: HttpFailure } {
  return { ok: false, failure };
}

function parseAnswer<T>(text: string, schema: z.ZodType<T>): JsonAnswer<T> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return text.trimStart().startsWith('<')
      ? failed({ reason: 'not-the-api' })
      : failed({ reason: 'malformed', detail: 'it is not JSON' });
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return { ok: true, value: parsed.data };
  const [issue] = parsed.error.issues;
  const where = issue.path.join('.') || 'the answer';
  return failed({ reason: 'malformed', detail: `${where}: ${issue.message}` });
}

function toStatusFailure(status: number): HttpFailure | undefined {
  if (status >= 200 && status < 300) return undefined;
  if (status >= 300 && status < 400) return { reason: 'redirected' };
  if (status === 401) return { reason: 'token-refused' };
  if (status === 403) return { reason: 'forbidden' };
  if (status === 404) return { reason: 'not-found' };
  if (status === 410 || status === 429 || status >= 500) {
    return { reason: 'unavailable', status };
  }
  return { reason: 'not-the-api' };
}

const errorCodeSchema = z.object({ code: z.string() });

function toTransportFailure(thrown: unknown): HttpFailure {
  const error = toError(thrown);
  if (error.name === 'TimeoutError') return { reason: 'slow' };
  const cause = errorCodeSchema.safeParse(error.cause);
  return {
    reason: 'unreachable',
    code: cause.success ? cause.data.code : 'connection lost',
  };
}
