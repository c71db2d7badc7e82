import { isError } from '@backstage/errors';
import { z } from 'zod';
import { ForgeError, type ForgeErrorCode } from '../ForgeError';

export const graphqlErrorSchema = z.object({
  type: z.string().optional(),
  message: z.string(),
  path: z.array(z.union([z.string(), z.number()])).optional(),
});
export type GraphqlError = z.infer<typeof graphqlErrorSchema>;

const codesByType: Record<string, ForgeErrorCode> = {
  FORBIDDEN: 'forbidden',
  INSUFFICIENT_SCOPES: 'forbidden',
  NOT_FOUND: 'not-found',
  RATE_LIMITED: 'rate-limited',
  SERVICE_UNAVAILABLE: 'unavailable',
  STALE_DATA: 'stale',
  UNPROCESSABLE: 'invalid',
};

/** GitHub's answer, shortened and in one line, for a sentence of ours. */
function quote(text: string): string {
  const line = text.replace(/[\p{C}\s]+/gu, ' ').trim();
  return line.length > 300 ? `${line.slice(0, 300)}…` : line;
}

/**
 * Milliseconds since 1970 before which GitHub does not want to be called:
 * `retry-after` in seconds, or `x-ratelimit-reset` as a moment in seconds.
 */
function readRetryAt(headers: Headers): number | undefined {
  const retryAfter = Number(headers.get('retry-after') ?? Number.NaN);
  if (Number.isFinite(retryAfter)) {
    return Date.now() + retryAfter * 1000;
  }
  const reset = Number(headers.get('x-ratelimit-reset') ?? Number.NaN);
  return Number.isFinite(reset) && headers.get('x-ratelimit-remaining') === '0'
    ? reset * 1000
    : undefined;
}

/** An HTTP answer that is not 200. */
export function responseToForgeError(
  response: Response,
  text: string,
): ForgeError {
  const { status, headers } = response;
  const retryAt = readRetryAt(headers);
  const limited =
    retryAt !== undefined || /secondary rate limit|abuse/i.test(text);
  if (status === 429 || (status === 403 && limited)) {
    return new ForgeError(
      'rate-limited',
      `GitHub asks to wait before the next call`,
      { retryAt: retryAt ?? Date.now() + 60_000 },
    );
  }
  if (status === 401) {
    return new ForgeError(
      'bad-credentials',
      'GitHub does not accept the credentials under integrations.github',
    );
  }
  if (status === 403) {
    return new ForgeError(
      'forbidden',
      `GitHub refuses the call to the credentials under integrations.github: ${quote(text)}`,
    );
  }
  if (status === 404) {
    return new ForgeError('not-found', 'GitHub does not know this address');
  }
  if (status >= 300 && status < 400) {
    return new ForgeError(
      'malformed',
      'GitHub answers with a redirect, which is not followed; check apiBaseUrl under integrations.github',
    );
  }
  if (status >= 500) {
    return new ForgeError('unavailable', `GitHub answers ${status}`, {
      retryAt,
    });
  }
  return new ForgeError('invalid', `GitHub answers ${status}: ${quote(text)}`);
}

/** Errors of a GraphQL answer; the first tells the code. */
export function graphqlToForgeError(
  errors: GraphqlError[],
  response: Response,
): ForgeError {
  const [{ type, message }] = errors;
  const known = type === undefined ? 'unavailable' : codesByType[type];
  // Two writers met: the other one's branch or pull request is there.
  const code =
    /already exists|expected .* to point to|is at .* but expected/i.test(
      message,
    )
      ? 'stale'
      : (known ?? 'invalid');
  return new ForgeError(code, `GitHub says: ${quote(message)}`, {
    retryAt:
      code === 'rate-limited'
        ? (readRetryAt(response.headers) ?? Date.now() + 60_000)
        : undefined,
  });
}

/** A call that had no answer at all. */
export function failureToForgeError(
  error: unknown,
  host: string,
  deadlineMilliseconds: number,
): ForgeError {
  if (isError(error) && error.name === 'TimeoutError') {
    return new ForgeError(
      'timeout',
      `GitHub at ${host} did not answer within ${deadlineMilliseconds / 1000} seconds`,
      { cause: error },
    );
  }
  return new ForgeError('unavailable', `GitHub at ${host} cannot be reached`, {
    cause: error,
  });
}
