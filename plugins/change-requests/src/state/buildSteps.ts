import { ChangeRequestDetail } from '@internal/plugin-change-requests-common';

/** The way of a change request when all goes well. */
export const waySteps = [
  'draft',
  'open',
  'approved',
  'merged',
  'syncing',
  'healthy',
] as const;
export type WayStep = (typeof waySteps)[number];

export interface Step {
  step: WayStep;
  /** `skipped`: merged without an approval; `stopped`: it got no further. */
  status: 'done' | 'current' | 'todo' | 'skipped' | 'stopped';
}

type Request = Pick<ChangeRequestDetail, 'state' | 'pullRequest' | 'timeline'>;

/** Where a change request is on its way. */
export function buildSteps(request: Request): Step[] {
  const reached = waySteps.indexOf(reachedStep(request));
  const wasApproved =
    request.state === 'approved' ||
    request.timeline.some(event => event.event === 'approved');
  const isStopped = request.state === 'failed' || request.state === 'closed';

  return waySteps.map((step, index) => {
    if (index > reached) {
      return { step, status: 'todo' };
    }
    if (index < reached || step === 'healthy') {
      const isSkipped = step === 'approved' && !wasApproved;
      return { step, status: isSkipped ? 'skipped' : 'done' };
    }
    return { step, status: isStopped ? 'stopped' : 'current' };
  });
}

/** A request that failed or was closed stands where it was before. */
function reachedStep({ state, pullRequest, timeline }: Request): WayStep {
  if (state !== 'failed' && state !== 'closed') {
    return state;
  }
  if (pullRequest?.mergeCommit) {
    return 'syncing';
  }
  if (pullRequest && timeline.some(event => event.event === 'approved')) {
    return 'approved';
  }
  return pullRequest ? 'open' : 'draft';
}
