import type {
  ForgeClient,
  ForgePullRequest,
  ForgeRepository,
} from '../forge/ForgeClient';
import { ForgeError } from '../forge/ForgeError';
import type { Planner } from '../planning/Planner';
import { assessReading } from '../protocol/assessReading';
import type { Decision } from '../protocol/decide';
import { chooseStep } from './chooseStep';
import { decoratePullRequest } from './decoratePullRequest';
import type { Intent, NewTimelineEvent, StoredPlan } from './Intent';
import { prepareDelivery } from './prepareDelivery';
import { writeStep } from './writeStep';

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
      round === 0 ? prepareDelivery(options) : undefined,
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
