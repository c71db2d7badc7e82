import { isError, toError } from '@backstage/errors';
import { ForgeError, type ForgeErrorCode } from '../ForgeError';
import { forgeNames, type ForgeKind } from '../ForgeKind';
import { oneLine } from '../http/forgeSays';
import { failureToForgeError } from '../http/toForgeError';

/** In the words of Git, its HTTP library, and the hooks of the forges; the first that fits counts. */
const causes: { code: ForgeErrorCode; pattern: RegExp }[] = [
  {
    code: 'stale',
    pattern:
      /\[rejected\].*\((stale info|fetch first|non-fast-forward|remote ref updated since checkout)\)|\[remote rejected\].*(cannot lock ref|failed to update ref|incorrect old value|reference already exists)|not our ref|shallow update not allowed/i,
  },
  {
    code: 'bad-credentials',
    pattern:
      /Authentication failed for '|could not read (Username|Password) for '|returned error: 401/i,
  },
  { code: 'rate-limited', pattern: /returned error: 429/i },
  { code: 'archived', pattern: /archived|returned error: 423/i },
  {
    code: 'forbidden',
    pattern:
      /returned error: 403|pre-receive hook declined|protected branch|\[remote rejected\]/i,
  },
  {
    code: 'not-found',
    pattern: /repository '.*' not found|returned error: 404/i,
  },
];

/** What Git's complaint means; all else is taken for a forge that cannot be reached. */
export function gitToForgeError(
  error: unknown,
  call: { kind: ForgeKind; host: string; deadlineMilliseconds: number },
): ForgeError {
  if (isError(error) && error.name === 'TimeoutError') {
    return failureToForgeError(call.kind, error, call);
  }
  const { message } = toError(error);
  const code =
    causes.find(({ pattern }) => pattern.test(message))?.code ?? 'unavailable';
  return new ForgeError(
    code,
    `Git at ${forgeNames[call.kind]} says: ${oneLine(message)}`,
    {
      retryAt: code === 'rate-limited' ? Date.now() + 60_000 : undefined,
      cause: error,
    },
  );
}
