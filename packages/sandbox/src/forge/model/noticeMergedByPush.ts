import { isAncestor } from '../../git/compareCommits';
import type { ForgeState } from './ForgeState';

/**
 * Marks open pull requests as merged when somebody pushed their head into the
 * base branch, as GitHub does a moment after the push.
 */
export async function noticeMergedByPush(
  forge: ForgeState,
  update: { repository: string; branch: string; oid: string },
): Promise<void> {
  const { bareDir } = forge.repository(update.repository);
  const candidates = forge.pullRequests.filter(
    candidate =>
      candidate.state === 'open' &&
      candidate.repository === update.repository &&
      candidate.baseBranch === update.branch,
  );
  for (const pullRequest of candidates) {
    const { headOid } = pullRequest;
    const isContained = await isAncestor(bareDir, headOid, update.oid);
    const isSame =
      pullRequest.state === 'open' && pullRequest.headOid === headOid;
    if (isContained && isSame) {
      const at = forge.clock.now();
      pullRequest.state = 'merged';
      pullRequest.closedAt = at;
      pullRequest.merge = { at, by: pullRequest.author, oid: update.oid };
      forge.touch(pullRequest);
    }
  }
}
