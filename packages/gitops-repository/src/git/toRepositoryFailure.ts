import { toError } from '@backstage/errors';
import { EmptyTreeError } from './EmptyTreeError';
import type { Platform } from '../Platform';
import type { RepositoryFailure } from '../GitopsRepository';

type Cause = Omit<RepositoryFailure, 'since'>;

const causes: { code: Cause['code']; pattern: RegExp }[] = [
  { code: 'branch-missing', pattern: /couldn't find remote ref/i },
  {
    code: 'redirected',
    pattern: /returned error: 30\d|unable to update url base/i,
  },
  {
    code: 'forbidden',
    pattern:
      /authentication failed|could not read (username|password)|returned error: 40[13]|credential/i,
  },
  {
    code: 'not-found',
    pattern: /repository '.*' not found|returned error: 404/i,
  },
  {
    code: 'unreachable',
    pattern:
      /could not resolve|failed to connect|couldn't connect|connection (refused|reset|timed out)|empty reply|returned error: (429|5\d\d)|early eof|hung up|disconnect|ssl|tls|recv failure|ECONN|ENOTFOUND|fetch failed/i,
  },
];

/** What a failed cycle means to the one who runs the portal. */
export function toRepositoryFailure(
  error: unknown,
  { repository: { url, branch, timeoutSeconds } }: Platform,
): Cause {
  const { name, message } = toError(error);
  if (error instanceof EmptyTreeError) {
    return {
      code: 'empty-tree',
      reason: `Branch ${branch} of ${url} holds no file; what was read before is kept.`,
    };
  }
  if (name === 'TimeoutError' || name === 'AbortError') {
    return {
      code: 'timeout',
      reason: `${url} did not answer within ${timeoutSeconds} seconds.`,
    };
  }
  const said = firstLine(message);
  switch (causes.find(({ pattern }) => pattern.test(message))?.code) {
    case 'branch-missing':
      return {
        code: 'branch-missing',
        reason: `${url} has no branch ${branch}.`,
      };
    case 'redirected':
      return {
        code: 'redirected',
        reason: `${url} redirects elsewhere; configure the address it redirects to.`,
      };
    case 'forbidden':
      return {
        code: 'forbidden',
        reason: `${url} refuses the credentials of its entry under integrations: ${said}`,
      };
    case 'not-found':
      return {
        code: 'not-found',
        reason: `There is no repository ${url}, or the credentials of its entry under integrations may not see it.`,
      };
    case 'unreachable':
      return {
        code: 'unreachable',
        reason: `${url} cannot be reached: ${said}`,
      };
    default:
      return { code: 'git-failed', reason: `Reading ${url} failed: ${said}` };
  }
}

function firstLine(message: string): string {
  const lines = message.split('\n').map(line => line.trim());
  const line = lines.find(text => /^(fatal|error):/.test(text)) ?? lines[0];
  return line.slice(0, 300);
}
