import type { ForgePullRequest, ForgeReading } from '../forge/ForgeClient';
import { ForgeError } from '../forge/ForgeError';
import type { DeliveryTarget } from './deliverIntent';

export interface DecorateOptions {
  target: DeliveryTarget;
  reading: ForgeReading;
  pullRequest: ForgePullRequest;
  holdLease(): Promise<void>;
  signal: AbortSignal;
}

/**
 * Adds the configured labels and reviewers that are missing. The pull request
 * stands without them, too: a forge that refuses is a problem to tell, no error.
 */
export async function decoratePullRequest({
  target,
  reading,
  pullRequest,
  holdLease,
  signal,
}: DecorateOptions): Promise<{ complete: boolean; problem?: string }> {
  const labels = target.labels.filter(
    label => !pullRequest.labels.includes(label),
  );
  const reviewers = target.reviewers.filter(
    reviewer => !pullRequest.reviewers.includes(reviewer),
  );
  const reviewerIds = reviewers.flatMap(
    reviewer => reading.reviewerIds.get(reviewer) ?? [],
  );
  if (pullRequest.state === 'open' && labels.length + reviewerIds.length > 0) {
    await holdLease();
    try {
      await target.forge.decorate(
        target.repository,
        { pullRequest, labels, labelIds: reading.labelIds, reviewerIds },
        signal,
      );
    } catch (error) {
      if (!(error instanceof ForgeError)) {
        throw error;
      }
      return {
        complete: error.code === 'forbidden' || error.code === 'rate-limited',
        problem: `Labels and reviewers are missing: ${error.reason}`,
      };
    }
  }
  const unknown = reviewers.filter(
    reviewer => !reading.reviewerIds.has(reviewer),
  );
  return {
    complete: true,
    problem:
      unknown.length > 0
        ? `The forge does not know ${unknown.join(', ')}`
        : undefined,
  };
}
