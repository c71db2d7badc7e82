import type { ForgePullRequest, ForgeReading } from '../forge/ForgeClient';
import type { Assessment } from '../protocol/assessReading';
import { formatMarkers } from '../protocol/markers';
import { pullRequestBody } from '../pullRequestText/pullRequestBody';
import type { Step } from './chooseStep';
import type { DeliveryOptions } from './deliverIntent';
import type { StoredPlan } from './Intent';

/** Does what was decided, and goes on to the pull request without reading again. */
export async function writeStep(
  options: DeliveryOptions,
  reading: ForgeReading,
  assessment: Assessment,
  step: Step,
): Promise<ForgePullRequest> {
  const { target, intent, signal } = options;
  const { forge, repository } = target;
  const { repositoryId } = reading;
  const { action } = step.decision;
  if (action === 'create' || action === 'commit' || action === 'update') {
    const { plan } = step;
    const commit = {
      repositoryId,
      branch: intent.branch,
      expectedHead:
        action === 'create'
          ? plan.baseCommit
          : (assessment.head ?? plan.baseCommit),
      headline: intent.title,
      body: formatMarkers({ ...plan, intentKey: intent.intentKey }),
      edits: plan.edits,
    };
    const createBranch = action === 'create';
    if (createBranch && !assessment.found && forge.propose) {
      const body = describePlan(options, plan);
      await options.store(plan);
      return forge.propose(
        repository,
        { commit, title: intent.title, body },
        signal,
      );
    }
    await options.store(plan);
    await forge.commit(repository, { ...commit, createBranch }, signal);
  }
  if (assessment.found) {
    return assessment.found;
  }
  const body = describePlan(options, step.plan);
  await options.holdLease();
  return forge.openPullRequest(
    repository,
    { repositoryId, branch: intent.branch, title: intent.title, body },
    signal,
  );
}

/** Text of the pull request. */
function describePlan(
  { intent, planner, target, pageUrl }: DeliveryOptions,
  plan: StoredPlan,
): string {
  return pullRequestBody({
    ...plan,
    intentKey: intent.intentKey,
    operations: intent.operations,
    requester: intent.requester.ref,
    template: intent.template,
    objects: planner.objects(intent.platform, plan.edits),
    pageUrl,
    maxBytes: target.forge.maxBodyLength,
  });
}
