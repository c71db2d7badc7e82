import { toError } from '@backstage/errors';
import { type Agent, fetch } from 'undici';
import { z } from 'zod';

const LIMIT_BYTES = 64 * 1024 * 1024;

export type JsonAnswer<T> =
  | { ok: true; value: T }
  /** `problem` ends a sentence that names who was asked. */
  | { ok: false; problem: string };

/** Asks once, within the deadline, and follows no redirect, which would carry the token along. */
export async function askJson<T>(options: {
  url: string;
  token?: string;
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
      },
      redirect: 'manual',
      signal: AbortSignal.any([
        signal,
        AbortSignal.timeout(deadlineMilliseconds),
      ]),
    });
    if (!response.ok) {
      await response.body?.cancel();
      return { ok: false, problem: describeStatus(response.status) };
    }
    return parse(await readBody(response.body ?? []), schema);
  } catch (thrown) {
    return { ok: false, problem: describeError(thrown) };
  }
}

async function readBody(
  body: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > LIMIT_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parse<T>(
  text: string | undefined,
  schema: z.ZodType<T>,
): JsonAnswer<T> {
  if (text === undefined) {
    return { ok: false, problem: 'sent more than 64 MiB, which is not read' };
  }
  try {
    const parsed = schema.safeParse(JSON.parse(text));
    if (parsed.success) return { ok: true, value: parsed.data };
  } catch {
    // Said below.
  }
  return {
    ok: false,
    problem: 'sent something else than expected; check the address',
  };
}

function describeStatus(status: number): string {
  if (status === 401) return 'refused the token; give a valid one';
  if (status === 403) return 'does not let the token read this; allow it';
  if (status >= 300 && status < 400) {
    return 'answered with a redirect, which is not followed; use the final address';
  }
  return `answered with status ${status}`;
}

const codeSchema = z.object({ code: z.string() });

function describeError(thrown: unknown): string {
  const error = toError(thrown);
  if (error.name === 'TimeoutError') return 'did not answer in time';
  const cause = codeSchema.safeParse(error.cause);
  return `cannot be reached (${cause.success ? cause.data.code : 'connection lost'})`;
}
