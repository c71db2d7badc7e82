import { isError } from '@backstage/errors';
import { ForgeError } from '../ForgeError';
import { forgeNames, type ForgeKind } from '../ForgeKind';
import { forgeSays } from './forgeSays';

/**
 * Milliseconds since 1970 before which the forge does not want to be called:
 * `retry-after` in seconds, or the moment in seconds at which the limit's
 * window ends, which GitHub names with `x-` before and GitLab without.
 */
export function readRetryAt(headers: Headers): number | undefined {
  const retryAfter = Number(headers.get('retry-after') ?? Number.NaN);
  if (Number.isFinite(retryAfter)) {
    return Date.now() + retryAfter * 1000;
  }
  for (const prefix of ['x-ratelimit', 'ratelimit']) {
    const reset = Number(headers.get(`${prefix}-reset`) ?? Number.NaN);
    if (Number.isFinite(reset) && headers.get(`${prefix}-remaining`) === '0') {
      return reset * 1000;
    }
  }
  return undefined;
}

/** An HTTP answer that is no success. */
export function responseToForgeError(
  kind: ForgeKind,
  response: Response,
  text: string,
): ForgeError {
  const forge = forgeNames[kind];
  const credentials = `the credentials under integrations.${kind}`;
  const { status, headers } = response;
  const retryAt = readRetryAt(headers);
  const limited =
    retryAt !== undefined || /secondary rate limit|abuse/i.test(text);
  if (status === 429 || (status === 403 && limited)) {
    return new ForgeError(
      'rate-limited',
      `${forge} asks to wait before the next call`,
      { retryAt: retryAt ?? Date.now() + 60_000 },
    );
  }
  if (status >= 300 && status < 400) {
    return new ForgeError(
      'malformed',
      `${forge} answers with a redirect, which is not followed; check the addresses of its entry under integrations.${kind}`,
    );
  }
  if (status >= 500) {
    return new ForgeError('unavailable', `${forge} answers ${status}`, {
      retryAt,
    });
  }
  switch (status) {
    case 401:
      return new ForgeError(
        'bad-credentials',
        `${forge} does not accept ${credentials}`,
      );
    case 403:
      return new ForgeError(
        'forbidden',
        `${forge} refuses the call to ${credentials}: ${forgeSays(text)}`,
      );
    case 404:
      return new ForgeError('not-found', `${forge} does not know this address`);
    case 409:
      return new ForgeError('stale', `${forge} says: ${forgeSays(text)}`);
    case 423:
      return new ForgeError(
        'archived',
        `${forge} says that the repository is archived, so nobody can write to it`,
      );
    default:
      return new ForgeError(
        'invalid',
        `${forge} answers ${status}: ${forgeSays(text)}`,
      );
  }
}

/** A call that had no answer at all. */
export function failureToForgeError(
  kind: ForgeKind,
  error: unknown,
  call: { host: string; deadlineMilliseconds: number },
): ForgeError {
  const forge = `${forgeNames[kind]} at ${call.host}`;
  return isError(error) && error.name === 'TimeoutError'
    ? new ForgeError(
        'timeout',
        `${forge} did not answer within ${call.deadlineMilliseconds / 1000} seconds`,
        { cause: error },
      )
    : new ForgeError('unavailable', `${forge} cannot be reached`, {
        cause: error,
      });
}

/** An answer in another shape than the forge's documentation has it. */
export function malformedAnswer(
  kind: ForgeKind,
  host: string,
  cause: unknown,
): ForgeError {
  return new ForgeError(
    'malformed',
    `${forgeNames[kind]} at ${host} gave an answer that is not of the shape it documents`,
    { cause },
  );
}
