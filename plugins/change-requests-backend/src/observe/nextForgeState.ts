import type { PullRequestStatus } from '../forge/ForgeClient';
import type { Intent, IntentChange, NewTimelineEvent } from '../outbox/Intent';

export interface Transition {
  change: IntentChange;
  events: NewTimelineEvent[];
}

/** What the forge says now, for a request that was open or approved. */
export function nextForgeState(
  intent: Intent,
  status: PullRequestStatus | undefined,
  observedAt: string,
): Transition {
  if (!intent.pullRequest || !status) {
    return {
      change: {
        staleReason: 'The forge does not know the pull request any more',
      },
      events: [],
    };
  }
  const read: IntentChange = {
    observedAt,
    staleReason: undefined,
    pullRequest: {
      ...intent.pullRequest,
      headCommit: status.headCommit,
      mergeCommit: status.mergeCommit,
      checks: status.state === 'open' ? status.checks : undefined,
      merging: status.state === 'open' ? status.merging : undefined,
    },
  };
  if (status.state === 'merged') {
    return {
      change: { ...read, state: 'merged', mergedAt: observedAt },
      events: [{ event: 'merged', actor: status.mergedBy }],
    };
  }
  if (status.state === 'closed') {
    return {
      change: { ...read, state: 'closed' },
      events: [{ event: 'closed' }],
    };
  }
  if (status.approved === (intent.state === 'approved')) {
    return { change: read, events: [] };
  }
  return status.approved
    ? {
        change: { ...read, state: 'approved' },
        events: [{ event: 'approved', actor: status.approvedBy }],
      }
    : { change: { ...read, state: 'open' }, events: [] };
}
