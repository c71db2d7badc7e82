import { ServiceUnavailableError } from '@backstage/errors';
import type { ForgeReading } from '../forge/ForgeClient';
import type {
  KnownRepository,
  PlannedChange,
  Planner,
} from '../planning/Planner';
import type { Assessment } from '../protocol/assessReading';
import { decide, type Decision } from '../protocol/decide';
import { DeliveryError } from './DeliveryError';
import type { DeliveryOptions } from './deliverIntent';
import type { NewTimelineEvent, StoredPlan } from './Intent';
import { toRefusalError } from './toRefusalError';

/** What is done next, and with which plan. */
export interface Step {
  decision: Decision;
  plan: StoredPlan;
  event: NewTimelineEvent['event'];
}

/** `undefined` where forge and mirror do not agree yet on the base. */
export async function chooseStep(
  options: DeliveryOptions,
  reading: ForgeReading,
  assessment: Assessment,
  stored: StoredPlan,
): Promise<Step | undefined> {
  const known = {
    branch: assessment.branch,
    pullRequest: assessment.pullRequest,
  };
  const adopt = decide({ ...known, planEmpty: false });
  if (adopt.action === 'adopt') {
    return { decision: adopt, plan: stored, event: 'adopted' };
  }
  const fresh = await planAt(options, reading.baseCommit);
  if (!fresh) {
    return undefined;
  }
  const errors = fresh.findings.filter(({ severity }) => severity === 'error');
  const planEmpty = fresh.edits.length === 0 && errors.length === 0;
  const decision = decide({ ...known, planEmpty });
  switch (decision.action) {
    case 'refuse':
      throw toRefusalError(decision.reason, options.intent, assessment);
    case 'nothing-to-do':
      if (assessment.found) {
        return { decision, plan: stored, event: 'adopted' };
      }
      throw new DeliveryError(
        'nothing-to-do',
        'The GitOps repository has all of this already',
      );
    case 'adopt':
      return { decision, plan: stored, event: 'adopted' };
    default:
  }
  if (errors.length > 0) {
    throw new DeliveryError(
      'checks-failed',
      `On the present commit a check refuses it: ${errors
        .map(({ message }) => message)
        .join(' ')}`,
    );
  }
  // What stands on the branch already, or below it, was planned before.
  const keepsStored =
    decision.action === 'open-pull-request' ||
    (decision.action === 'commit' && assessment.head !== fresh.baseCommit);
  return {
    decision,
    plan: keepsStored ? stored : fresh,
    event: decision.action === 'update' ? 'updated' : 'opened',
  };
}

async function planAt(
  { planner, intent }: DeliveryOptions,
  commit: string,
): Promise<PlannedChange | undefined> {
  const known = await knowRepository(planner, intent.platform, commit);
  if (known.snapshot.commit === commit) {
    return planner.plan(intent, known.snapshot);
  }
  if (known.problem) {
    throw new DeliveryError('repository-unavailable', known.problem);
  }
  return undefined;
}

async function knowRepository(
  planner: Planner,
  platform: string,
  commit: string,
): Promise<KnownRepository> {
  try {
    const known = planner.current(platform);
    return known.snapshot.commit === commit
      ? known
      : await planner.refreshed(platform);
  } catch (error) {
    if (error instanceof ServiceUnavailableError) {
      throw new DeliveryError('repository-unavailable', error.message, error);
    }
    throw error;
  }
}
