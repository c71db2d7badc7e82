import { mergeFiles } from '../../git/mergeFiles';
import { readCommits } from '../../git/readCommits';
import type { ForgeAccount } from './ForgeAccount';
import { ForgeError } from './ForgeError';
import type { ForgeState } from './ForgeState';
import { decideReview, type PullRequest } from './PullRequest';
import { requireWriteAccess } from './requireWriteAccess';

export interface MergeInput {
  method: 'merge' | 'squash';
  /** Merges only if this is the head. */
  expectedHeadOid?: string;
  title?: string;
  message?: string;
  /** The rule that one approval is needed does not hold. */
  withoutApproval?: boolean;
}

/** Merges a pull request; returns the new commit of the base branch. */
export async function mergePullRequest(
  forge: ForgeState,
  account: ForgeAccount,
  pullRequest: PullRequest,
  input: MergeInput,
): Promise<string> {
  const repository = forge.repository(pullRequest.repository);
  requireWriteAccess(forge, account, repository);
  const { headOid } = pullRequest;
  if (pullRequest.state !== 'open' || pullRequest.isDraft) {
    throw notMergeable('Pull Request is not mergeable');
  }
  if (
    input.expectedHeadOid !== undefined &&
    input.expectedHeadOid !== headOid
  ) {
    throw headModified();
  }
  if (!input.withoutApproval && decideReview(pullRequest) !== 'APPROVED') {
    throw notMergeable(
      'At least 1 approving review is required by reviewers with write access.',
    );
  }
  const base = await repository.resolveCommit(pullRequest.baseBranch);
  if (base === undefined) {
    throw notMergeable('Pull Request is not mergeable');
  }
  const merged = await mergeFiles(repository.bareDir, base, headOid);
  if (merged.outcome === 'conflict') {
    throw notMergeable('Pull Request is not mergeable');
  }
  const now = forge.clock.now();
  const commit = await repository.commit({
    branch: pullRequest.baseBranch,
    expectedHead: base,
    author: { name: account.name, email: account.email, date: now },
    message: await buildMessage(pullRequest, input, repository.bareDir, base),
    files: merged.files,
    mergedParents: input.method === 'merge' ? [headOid] : [],
  });
  if (commit.outcome === 'moved') {
    throw new ForgeError({
      message: 'Base branch was modified. Review and try the merge again.',
      graphqlType: 'UNPROCESSABLE',
      status: 405,
    });
  }
  pullRequest.state = 'merged';
  pullRequest.baseOid = base;
  pullRequest.closedAt = now;
  pullRequest.merge = { at: now, by: account.login, oid: commit.oid };
  forge.touch(pullRequest);
  return commit.oid;
}

/** Whether the base takes the head without a conflict. */
export async function isMergeable(
  forge: ForgeState,
  pullRequest: PullRequest,
): Promise<boolean> {
  const repository = forge.repository(pullRequest.repository);
  const base = await repository.resolveCommit(pullRequest.baseBranch);
  if (base === undefined || pullRequest.state !== 'open') {
    return false;
  }
  const key = `${base} ${pullRequest.headOid}`;
  const known = forge.mergeability.get(key);
  if (known !== undefined) {
    return known;
  }
  const merged = await mergeFiles(
    repository.bareDir,
    base,
    pullRequest.headOid,
  );
  const isClean = merged.outcome === 'clean';
  forge.mergeability.set(key, isClean);
  return isClean;
}

async function buildMessage(
  pullRequest: PullRequest,
  input: MergeInput,
  bareDir: string,
  base: string,
): Promise<string> {
  if (input.method === 'squash') {
    const commits = await readCommits(bareDir, pullRequest.headOid, {
      exclude: base,
      limit: 100,
    });
    const title =
      input.title ?? `${pullRequest.title} (#${pullRequest.number})`;
    const messages = commits.map(commit => `* ${commit.message}`).reverse();
    return `${title}\n\n${input.message ?? messages.join('\n\n')}`;
  }
  const owner = pullRequest.repository.split('/')[0];
  const title =
    input.title ??
    `Merge pull request #${pullRequest.number} from ${owner}/${pullRequest.headBranch}`;
  return `${title}\n\n${input.message ?? pullRequest.title}`;
}

function notMergeable(message: string): ForgeError {
  return new ForgeError({ message, graphqlType: 'UNPROCESSABLE', status: 405 });
}

function headModified(): ForgeError {
  return new ForgeError({
    message: 'Head branch was modified. Review and try the merge again.',
    graphqlType: 'UNPROCESSABLE',
    status: 409,
  });
}
