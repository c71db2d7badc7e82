import { setImmediate } from 'node:timers/promises';
import { ServiceUnavailableError } from '@backstage/errors';
import type {
  ForgeClient,
  ForgePullRequest,
  ForgeReading,
  ForgeRepository,
} from '../forge/ForgeClient';
import { ForgeError } from '../forge/ForgeError';
import type {
  KnownRepository,
  PlannedChange,
  Planner,
} from '../planning/Planner';
import { assessReading, type Assessment } from '../protocol/assessReading';
import { decide, type Decision } from '../protocol/decide';
import { formatMarkers } from '../protocol/markers';
import { pullRequestBody } from '../pullRequestText/pullRequestBody';
import { decoratePullRequest } from './decoratePullRequest';
import { DeliveryError } from './DeliveryError';
import type { Intent, NewTimelineEvent, StoredPlan } from './Intent';
import { toRefusalError } from './toRefusalError';

export interface DeliveryTarget {
  forge: ForgeClient;
  repository: ForgeRepository;
  labels: string[];
  reviewers: string[];
}

export interface DeliveryOptions {
  intent: Intent;
  target: DeliveryTarget;
  planner: Planner;
  /** Address of the request in the portal, where the portal has one. */
  pageUrl?: string;
  /** Stores the plan before the forge is written to; throws where the lease is lost. */
  store(plan: StoredPlan): Promise<void>;
  /** Throws where the lease is lost. */
  holdLease(): Promise<void>;
  signal: AbortSignal;
}

export interface Delivered {
  pullRequest: ForgePullRequest;
  /** What was done to it. */
  event: NewTimelineEvent['event'];
  /** Why labels or reviewers are missing, if they are. */
  detail?: string;
}

/** Every round begins with a reading; a fault costs one round at most. */
const maxRounds = 8;
const maxDecorations = 3;

/** Errors that the next reading does not explain away. */
const definite = new Set([
  'archived',
  'bad-credentials',
  'forbidden',
  'invalid',
  'no-credentials',
  'not-found',
]);

/**
 * Brings one intent to exactly one pull request, from whatever state an
 * earlier try left the forge in.
 *
 * @throws DeliveryError, ForgeError, LeaseLostError
 */
export async function deliverIntent(
  options: DeliveryOptions,
): Promise<Delivered> {
  const { target, signal, intent } = options;
  let plan: StoredPlan = intent;
  let event: NewTimelineEvent['event'] | undefined;
  let lastError: unknown;
  const refused = new Set<Decision['action']>();
  let decorations = 0;

  for (let round = 0; round < maxRounds; round += 1) {
    const [reading] = await Promise.all([
      target.forge.read(
        target.repository,
        {
          branch: intent.branch,
          labels: target.labels,
          reviewers: target.reviewers,
        },
        signal,
      ),
      round === 0 ? prepare(options) : undefined,
    ]);
    const assessment = assessReading(reading, {
      ...plan,
      intentKey: intent.intentKey,
    });
    const step = await chooseStep(options, reading, assessment, plan);
    if (step === undefined) {
      // The base moved between reading and planning.
      continue;
    }
    if (refused.has(step.decision.action)) {
      throw lastError;
    }
    try {
      plan = step.plan;
      const written = await writeStep(options, reading, assessment, step);
      event ??= step.event;
      decorations += 1;
      const outcome = await decoratePullRequest({
        ...options,
        reading,
        pullRequest: written,
      });
      if (outcome.complete || decorations === maxDecorations) {
        return { pullRequest: written, event, detail: outcome.problem };
      }
    } catch (error) {
      if (!(error instanceof ForgeError) || error.code === 'rate-limited') {
        throw error;
      }
      lastError = error;
      event = step.event;
      if (definite.has(error.code)) {
        refused.add(step.decision.action);
      }
    }
  }
  throw (
    lastError ??
    new ForgeError(
      'stale',
      'The base branch moves faster than the portal plans',
    )
  );
}

interface Step {
  decision: Decision;
  plan: StoredPlan;
  event: NewTimelineEvent['event'];
}

/** `undefined` where forge and mirror do not agree yet on the base. */
async function chooseStep(
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

/**
 * Plans and renders on what is known while the forge is asked, as mostly that
 * is the forge's newest commit, too; the planner remembers it then.
 */
async function prepare({ planner, intent }: DeliveryOptions): Promise<void> {
  // The question is on its way then; what follows leaves no time for it.
  await setImmediate();
  try {
    const { snapshot } = planner.current(intent.platform);
    const { edits } = planner.plan(intent, snapshot);
    planner.objects(intent.platform, edits);
  } catch {
    // What is wrong is found again, and told, once the forge has answered.
  }
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

/** Does what was decided, and goes on to the pull request without reading again. */
async function writeStep(
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
