import type { ForgeReading } from '../forge/ForgeClient';
import type { Intent } from '../outbox/Intent';
import { assessReading } from '../protocol/assessReading';
import type { Transition } from './nextForgeState';

/** Whether the head that was seen last is still to be compared with the plan. */
export function hasUnreadContent({ state, pullRequest }: Intent): boolean {
  return (
    (state === 'open' || state === 'approved') &&
    pullRequest?.headCommit !== undefined &&
    pullRequest.headCommit !== pullRequest.content?.commit
  );
}

/** What the branch holds now, held against what the plan made of the repository. */
export function nextContent(intent: Intent, reading: ForgeReading): Transition {
  const { branch, head } = assessReading(reading, intent);
  if (!intent.pullRequest || head === undefined) {
    return { change: {}, events: [] };
  }
  const verdict =
    branch === 'ours' && reading.branch?.tree === intent.tree
      ? 'as-planned'
      : 'edited';
  return {
    change: {
      pullRequest: {
        ...intent.pullRequest,
        headCommit: head,
        content: { commit: head, verdict },
      },
    },
    events: [],
  };
}
