import type { ForgeAccount } from './ForgeAccount';
import type { ForgeState } from './ForgeState';
import type { PullRequest } from './PullRequest';
import { requireWriteAccess } from './requireWriteAccess';

/** Adds labels; one that the repository does not know yet is made. */
export function labelPullRequest(
  forge: ForgeState,
  account: ForgeAccount,
  pullRequest: PullRequest,
  labels: string[],
): PullRequest {
  requireWriteAccess(
    forge,
    account,
    forge.repository(pullRequest.repository),
    'pull_requests',
  );
  pullRequest.labels = [...new Set([...pullRequest.labels, ...labels])];
  forge.touch(pullRequest);
  return pullRequest;
}

/** Adds a comment of the conversation. */
export function commentPullRequest(
  forge: ForgeState,
  account: ForgeAccount,
  pullRequest: PullRequest,
  body: string,
) {
  const comment = {
    id: forge.nextId(),
    author: account.login,
    body,
    createdAt: forge.clock.now(),
  };
  pullRequest.comments.push(comment);
  forge.touch(pullRequest);
  return comment;
}
