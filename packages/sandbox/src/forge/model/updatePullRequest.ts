import type { ForgeAccount } from './ForgeAccount';
import { validationFailed } from './ForgeError';
import type { ForgeState } from './ForgeState';
import type { PullRequest } from './PullRequest';
import { requireWriteAccess } from './requireWriteAccess';

/** Changes title or body, closes, or opens again. */
export async function updatePullRequest(
  forge: ForgeState,
  account: ForgeAccount,
  pullRequest: PullRequest,
  input: { title?: string; body?: string; state?: 'open' | 'closed' },
): Promise<PullRequest> {
  const repository = forge.repository(pullRequest.repository);
  requireWriteAccess(forge, account, repository, 'pull_requests');
  if (input.state !== undefined && pullRequest.state === 'merged') {
    throw validationFailed({
      resource: 'PullRequest',
      code: 'invalid',
      field: 'state',
      message: `Cannot ${
        input.state === 'closed' ? 'close' : 'reopen'
      } a pull request that is merged.`,
    });
  }
  if (input.state === 'open' && pullRequest.state === 'closed') {
    const head = (await repository.branches()).get(pullRequest.headBranch);
    if (head === undefined) {
      throw validationFailed({
        resource: 'PullRequest',
        code: 'invalid',
        field: 'state',
        message: `state cannot be changed. The ${pullRequest.headBranch} branch has been deleted.`,
      });
    }
    pullRequest.state = 'open';
    pullRequest.headOid = head;
    pullRequest.closedAt = undefined;
  } else if (input.state === 'closed' && pullRequest.state === 'open') {
    pullRequest.state = 'closed';
    pullRequest.closedAt = forge.clock.now();
  }
  pullRequest.title = input.title ?? pullRequest.title;
  pullRequest.body = input.body ?? pullRequest.body;
  forge.touch(pullRequest);
  return pullRequest;
}
