import { toError } from '@backstage/errors';
import { readLimited } from '@internal/upstream';
import { type Agent, fetch } from 'undici';
import { z } from 'zod';
import type { ManagerFailure } from './ManagerFailure';

const LIMIT_MEGABYTES = 32;

/** What the manager answered, with any status but a redirect. */
export interface ManagerAnswer {
  status: number;
  text: string;
  /** Version of the endpoint as the answer's media type names it, such as `1.1`. */
  version?: string;
  /** Of a list that may be a part. */
  totalCount?: number;
}

export type SentRequest =
  { ok: true; answer: ManagerAnswer } | { ok: false; failure: ManagerFailure };

/** Asks once, within the deadline; a redirect would carry the token along, so none is followed. */
export async function sendRequest(options: {
  url: string;
  /** Such as `1.0`. */
  version: string;
  token?: string;
  /** Makes it a POST. */
  body?: object;
  agent?: Agent;
  deadlineMilliseconds: number;
  signal: AbortSignal;
}): Promise<SentRequest> {
  const { url, version, token, body, agent } = options;
  try {
    const response = await fetch(url, {
      method: body ? 'POST' : 'GET',
      dispatcher: agent,
      headers: {
        accept: `application/vnd.ceph.api.v${version}+json`,
        ...(body && { 'content-type': 'application/json' }),
        ...(token && { authorization: `Bearer ${token}` }),
      },
      body: body && JSON.stringify(body),
      redirect: 'manual',
      signal: AbortSignal.any([
        options.signal,
        AbortSignal.timeout(options.deadlineMilliseconds),
      ]),
    });
    const { status, headers } = response;
    if (status >= 300 && status < 400) {
      await response.body?.cancel();
      return { ok: false, failure: { reason: 'not-active' } };
    }
    const text = await readLimited(
      response.body ?? [],
      LIMIT_MEGABYTES * 1024 * 1024,
    );
    if (text === undefined) {
      return {
        ok: false,
        failure: { reason: 'too-large', limitMegabytes: LIMIT_MEGABYTES },
      };
    }
    const total = headers.get('x-total-count');
    return {
      ok: true,
      answer: {
        status,
        text,
        version: /vnd\.ceph\.api\.v(\d+\.\d+)\+json/.exec(
          headers.get('content-type') ?? '',
        )?.[1],
        totalCount: total && /^\d+$/.test(total) ? Number(total) : undefined,
      },
    };
  } catch (error) {
    return { ok: false, failure: toTransportFailure(error) };
  }
}

const causeSchema = z.object({ code: z.string() });

function toTransportFailure(thrown: unknown): ManagerFailure {
  const error = toError(thrown);
  if (error.name === 'TimeoutError') return { reason: 'slow' };
  const cause = causeSchema.safeParse(error.cause);
  return {
    reason: 'unreachable',
    code: cause.success ? cause.data.code : 'connection lost',
  };
}
