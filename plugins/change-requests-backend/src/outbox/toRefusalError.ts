import type { Assessment } from '../protocol/assessReading';
import type { Refusal } from '../protocol/decide';
import { DeliveryError } from './DeliveryError';
import type { Intent } from './Intent';

/** Says what was found and where, so that a human can go and look. */
export function toRefusalError(
  reason: Refusal,
  { branch }: Intent,
  { found }: Assessment,
): DeliveryError {
  const where = found ? `pull request ${found.url}` : `branch ${branch}`;
  const sentences: Record<Refusal, string> = {
    'foreign-commits': `Somebody else has committed to the branch ${branch}, and the portal does not touch it: ${where}`,
    'branch-differs': `The branch ${branch} holds another change under the name of this request`,
    'branch-missing': `The pull request is open, but its branch is gone: ${where}`,
    'closed-unmerged': `The pull request was closed without being merged: ${where}`,
    'merged-then-changed': `The pull request was merged, and what it brought was changed since: ${where}`,
  };
  return new DeliveryError(reason, sentences[reason]);
}
