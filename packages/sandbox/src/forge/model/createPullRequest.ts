import { findMergeBase } from '../../git/compareCommits';
import type { GitRepository } from '../../git/GitRepository';
import type { ForgeAccount } from './ForgeAccount';
import { unprocessable, validationFailed } from './ForgeError';
import type { ForgeState } from './ForgeState';
import type { PullRequest } from './PullRequest';
import { requireWriteAccess } from './requireWriteAccess';

/** In characters. */
export interface TextLimits {
  title: number;
  body: number;
}

/** GitHub cuts nothing off; it refuses. */
const githubLimits: TextLimits = { title: 256, body: 65_536 };

/** Opens a pull request; refuses when one of the same head and base is open. */
export async function createPullRequest(
  forge: ForgeState,
  account: ForgeAccount,
  repository: GitRepository,
  input: {
    title: string;
    body: string;
    head: string;
    base: string;
    isDraft: boolean;
    /** Default: those of GitHub. */
    limits?: TextLimits;
  },
): Promise<PullRequest> {
  requireWriteAccess(forge, account, repository, 'pull_requests');
  const headBranch = input.head.replace(`${repository.owner}:`, '');
  const branches = await repository.branches();
  const headOid = branches.get(headBranch);
  const baseOid = branches.get(input.base);
  requireText(input, input.limits ?? githubLimits);
  if (baseOid === undefined) {
    throw validationFailed({
      resource: 'PullRequest',
      field: 'base',
      code: 'invalid',
    });
  }
  if (headOid === undefined) {
    throw validationFailed({
      resource: 'PullRequest',
      field: 'head',
      code: 'invalid',
    });
  }
  const mergeBase = await findMergeBase(repository.bareDir, baseOid, headOid);
  // Nothing is awaited between this check and the entry below: of two at once, one is refused.
  const isDuplicate = forge.pullRequests.some(
    candidate =>
      candidate.state === 'open' &&
      candidate.repository === repository.fullName &&
      candidate.headBranch === headBranch &&
      candidate.baseBranch === input.base,
  );
  if (isDuplicate) {
    throw refused(
      `A pull request already exists for ${repository.owner}:${headBranch}.`,
    );
  }
  if (mergeBase === headOid) {
    throw refused(`No commits between ${input.base} and ${headBranch}`);
  }
  const now = forge.clock.now();
  const pullRequest: PullRequest = {
    number: 1 + countOf(forge, repository),
    repository: repository.fullName,
    title: input.title,
    body: input.body,
    author: account.login,
    headBranch,
    baseBranch: input.base,
    headOid,
    baseOid,
    state: 'open',
    isDraft: input.isDraft,
    createdAt: now,
    updatedAt: now,
    labels: [],
    requestedReviewers: [],
    reviews: [],
    comments: [],
  };
  forge.pullRequests.push(pullRequest);
  forge.touch(pullRequest);
  return pullRequest;
}

function requireText(
  input: { title: string; body: string },
  limits: TextLimits,
) {
  if (input.title.trim() === '') {
    throw validationFailed({
      resource: 'PullRequest',
      code: 'missing_field',
      field: 'title',
    });
  }
  if (input.title.length > limits.title) {
    throw unprocessable(
      `title is too long (maximum is ${limits.title} characters)`,
    );
  }
  if (input.body.length > limits.body) {
    throw unprocessable(
      `body is too long (maximum is ${limits.body} characters)`,
    );
  }
}

function refused(message: string) {
  return validationFailed({ resource: 'PullRequest', code: 'custom', message });
}

function countOf(forge: ForgeState, repository: GitRepository): number {
  return forge.pullRequests.filter(
    candidate => candidate.repository === repository.fullName,
  ).length;
}
