import type { ForgeAccount } from './ForgeAccount';
import { ForgeError } from './ForgeError';
import type { ForgeState } from './ForgeState';
import type { PullRequest, Review } from './PullRequest';
import { requireWriteAccess } from './requireWriteAccess';

/** Leaves a review. Nobody approves what is their own. */
export async function reviewPullRequest(
  forge: ForgeState,
  account: ForgeAccount,
  pullRequest: PullRequest,
  input: { state: Review['state']; body: string },
): Promise<Review> {
  requireWriteAccess(
    forge,
    account,
    forge.repository(pullRequest.repository),
    'pull_requests',
  );
  if (account.login === pullRequest.author && input.state !== 'COMMENTED') {
    const message =
      input.state === 'APPROVED'
        ? 'Can not approve your own pull request'
        : 'Can not request changes on your own pull request';
    throw new ForgeError({
      message,
      graphqlType: 'UNPROCESSABLE',
      status: 422,
      restMessage: 'Unprocessable Entity',
      details: [message],
    });
  }
  const review: Review = {
    id: forge.nextId(),
    author: account.login,
    state: input.state,
    body: input.body,
    commitOid: pullRequest.headOid,
    submittedAt: forge.clock.now(),
  };
  pullRequest.reviews.push(review);
  pullRequest.requestedReviewers = pullRequest.requestedReviewers.filter(
    login => login !== account.login,
  );
  forge.touch(pullRequest);
  return review;
}

/** Asks accounts for a review; the author is nobody to ask. */
export function requestReviewers(
  forge: ForgeState,
  account: ForgeAccount,
  pullRequest: PullRequest,
  logins: string[],
): PullRequest {
  requireWriteAccess(
    forge,
    account,
    forge.repository(pullRequest.repository),
    'pull_requests',
  );
  if (logins.includes(pullRequest.author)) {
    throw new ForgeError({
      message: 'Review cannot be requested from pull request author.',
      graphqlType: 'UNPROCESSABLE',
      status: 422,
    });
  }
  const known = forge.accounts.map(candidate => candidate.login);
  if (logins.some(login => !known.includes(login))) {
    throw new ForgeError({
      message: `Reviews may only be requested from collaborators. One or more of the users or teams you specified is not a collaborator of the ${pullRequest.repository} repository.`,
      graphqlType: 'UNPROCESSABLE',
      status: 422,
    });
  }
  pullRequest.requestedReviewers = [
    ...new Set([...pullRequest.requestedReviewers, ...logins]),
  ];
  forge.touch(pullRequest);
  return pullRequest;
}
