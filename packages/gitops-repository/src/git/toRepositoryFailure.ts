import { toError } from '@backstage/errors';
import { AuthorizationError } from './AuthorizationError';
import { EmptyTreeError } from './EmptyTreeError';
import { GitError } from './GitError';
import { ownComplaints } from './ownComplaints';
import type { Platform } from '../Platform';
import type { RepositoryFailure } from '../GitopsRepository';

type Cause = Omit<RepositoryFailure, 'since'>;

/** In the words Git and its HTTP library begin their own lines with. */
const causes: { code: Cause['code']; pattern: RegExp }[] = [
  { code: 'branch-missing', pattern: /^fatal: couldn't find remote ref /im },
  {
    code: 'redirected',
    pattern:
      /^fatal: unable to update url base from redirection|^(fatal: unable to access '.*':|error: RPC failed;.*) .*The requested URL returned error: 30\d/im,
  },
  {
    code: 'forbidden',
    pattern:
      /^fatal: (Authentication failed for '|could not read (Username|Password) for ')|^(fatal: unable to access '.*':|error: RPC failed;.*) .*The requested URL returned error: 40[13]/im,
  },
  {
    code: 'not-found',
    pattern:
      /^fatal: repository '.*' not found|^(fatal: unable to access '.*':|error: RPC failed;.*) .*The requested URL returned error: 404/im,
  },
  {
    code: 'unreachable',
    pattern:
      /^(fatal: unable to access '|error: RPC failed;|fatal: early EOF|fatal: the remote end hung up|fetch-pack: unexpected disconnect)/im,
  },
];

/** The forge's API, which hands out credentials, could not be reached. */
const isOutOfReach = /ECONN|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|fetch failed|socket/i;

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
  switch (codeOf(error)) {
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

function codeOf(error: unknown): Cause['code'] | undefined {
  const { message } = toError(error);
  if (error instanceof AuthorizationError) {
    return isOutOfReach.test(message) ? 'unreachable' : 'forbidden';
  }
  if (!(error instanceof GitError)) return undefined;
  const own = ownComplaints(message);
  return causes.find(({ pattern }) => pattern.test(own))?.code;
}

/** As a sentence, for more follows it on a page. */
function firstLine(message: string): string {
  const lines = message.split('\n').map(line => line.trim());
  const line = lines.find(text => /^(fatal|error):/.test(text)) ?? lines[0];
  return line.slice(0, 300).replace(/\.?$/, '.');
}
