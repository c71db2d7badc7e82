import { randomUUID } from 'node:crypto';
import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import type { Operation, Requester } from '@internal/gitops-model';
import type {
  ChangeRequest,
  ChangeRequestDetail,
  FieldCheck,
  FieldCheckResult,
  FindingDto,
  Preview,
} from '@internal/plugin-change-requests-common';
import { createContentKey, createIntentKey } from '../outbox/intentKey';
import type { Intent } from '../outbox/Intent';
import type { IntentFilter, IntentStore } from '../outbox/IntentStore';
import type { PlannedChange, Planner } from '../planning/Planner';
import {
  branchName,
  namedApps,
  requestTitle,
} from '../pullRequestText/describeOperations';
import { toChangeRequest, toChangeRequestDetail } from './toDto';

export interface ChangeRequestBody {
  platform: string;
  operations: Operation[];
  template?: { name: string; version: string };
}

/**
 * So old may be what a submit is planned on, as its preview asked the remote
 * just before. Delivery plans on the forge's own commit in any case.
 */
const recentMilliseconds = 60_000;

/** What users do with change requests. */
export class ChangeRequestsInbox {
  constructor(
    private readonly options: {
      store: IntentStore;
      planner: Planner;
      /** Tells the worker that there is something to do. */
      kick(): void;
    },
  ) {}

  /** The very change on the newest commit that can be had. */
  async preview(
    body: ChangeRequestBody,
    requester: Requester,
  ): Promise<Preview> {
    const { planner } = this.options;
    const known = await planner.refreshed(body.platform);
    const plan = planner.plan({ ...body, requester }, known.snapshot);
    const findings: FindingDto[] = known.problem
      ? [staleFinding(known.problem, known.observedAt), ...plan.findings]
      : plan.findings;
    return {
      platform: body.platform,
      commit: plan.baseCommit,
      observedAt: known.observedAt,
      edits: plan.edits,
      findings,
      submittable: plan.edits.length > 0 && errorsOf(findings).length === 0,
    };
  }

  /** Stores the intent, or finds the request that has the same one. */
  async create(
    body: ChangeRequestBody,
    requester: Requester,
  ): Promise<ChangeRequest> {
    const { store, planner, kick } = this.options;
    const { url, branch } = planner.repository(body.platform).platform
      .repository;
    const contentKey = createContentKey({
      ...body,
      repositoryUrl: url,
      branch,
    });
    for (;;) {
      const latest = await store.findLatest(contentKey);
      if (latest && !isMerged(latest)) {
        return toChangeRequest(latest);
      }
      const plan = await this.#planToStore(body, requester, latest);
      requireNoErrors(plan.findings);
      if (plan.edits.length === 0) {
        if (latest) {
          return toChangeRequest(latest);
        }
        throw new InputError(
          'The GitOps repository has all of this already; there is nothing to ask for',
        );
      }
      const generation = latest ? latest.generation + 1 : 0;
      const intentKey = createIntentKey(contentKey, generation);
      const id = randomUUID();
      const stored = await store.insert(
        {
          ...plan,
          id,
          contentKey,
          generation,
          intentKey,
          platform: body.platform,
          operations: body.operations,
          apps: namedApps(body.operations),
          template: body.template,
          requester,
          title: this.#title(body),
          attempt: 1,
          branch: branchName({
            operations: body.operations,
            intentKey,
            attempt: 1,
          }),
        },
        { event: 'requested', actor: requester.ref },
      );
      if (stored) {
        kick();
        return toChangeRequest(await this.#require(id));
      }
    }
  }

  async list(
    filter: IntentFilter,
  ): Promise<{ items: ChangeRequest[]; total: number }> {
    const { items, total } = await this.options.store.list(filter);
    return { items: items.map(toChangeRequest), total };
  }

  async get(id: string): Promise<ChangeRequestDetail> {
    const intent = await this.#require(id);
    return toChangeRequestDetail(intent, await this.options.store.timeline(id));
  }

  /** Makes a failed or closed request a draft again. */
  async retry(id: string, requester: Requester): Promise<ChangeRequest> {
    const { store, kick } = this.options;
    const intent = await this.#require(id);
    if (intent.requester.ref !== requester.ref && !requester.platformTeam) {
      throw new NotAllowedError(
        'Only who asked for it and the platform team may retry a change request',
      );
    }
    const isClosed = intent.state === 'closed';
    if (!isClosed && !intent.failure?.retryable) {
      throw new ConflictError(
        `The change request is ${intent.state}; only a failed or closed one can be retried`,
      );
    }
    const endedBefore =
      intent.failure?.code === 'closed-unmerged' ||
      intent.failure?.code === 'merged-then-changed';
    const attempt = intent.attempt + (isClosed || endedBefore ? 1 : 0);
    const reopened = await store.reopen(
      intent,
      { attempt, branch: branchName({ ...intent, attempt }) },
      { event: 'retried', actor: requester.ref },
    );
    if (!reopened) {
      throw new ConflictError(
        'Somebody else has changed the change request meanwhile; look at it again',
      );
    }
    kick();
    return toChangeRequest(await this.#require(id));
  }

  /** One field of a form, against what was read last. */
  checkField(
    { platform, ...check }: FieldCheck,
    requester: Requester,
  ): FieldCheckResult {
    return this.options.planner.checkField(platform, requester, check);
  }

  /** Nothing is refused for what an older reading says. */
  async #planToStore(
    body: ChangeRequestBody,
    requester: Requester,
    latest: Intent | undefined,
  ): Promise<PlannedChange> {
    const { planner } = this.options;
    if (!latest) {
      const recent = await planner.recent(body.platform, recentMilliseconds);
      const plan = planner.plan({ ...body, requester }, recent.snapshot);
      if (plan.edits.length > 0 && errorsOf(plan.findings).length === 0) {
        return plan;
      }
    }
    const known = await planner.refreshed(body.platform);
    return planner.plan({ ...body, requester }, known.snapshot);
  }

  #title({ platform, operations }: ChangeRequestBody): string {
    const [{ app }] = operations;
    const { style, category } = this.options.planner.wording(platform, app);
    const chosen = operations.flatMap(operation =>
      'category' in operation ? (operation.category ?? []) : [],
    );
    return requestTitle({ operations, style, category: chosen[0] ?? category });
  }

  async #require(id: string): Promise<Intent> {
    const intent = await this.options.store.get(id);
    if (!intent) {
      throw new NotFoundError(
        `There is no change request "${id.slice(0, 36)}"`,
      );
    }
    return intent;
  }
}

function isMerged({ state }: Intent): boolean {
  return state === 'merged' || state === 'syncing' || state === 'healthy';
}

function errorsOf(findings: FindingDto[]): FindingDto[] {
  return findings.filter(({ severity }) => severity === 'error');
}

function requireNoErrors(findings: FindingDto[]): void {
  const errors = errorsOf(findings);
  if (errors.length > 0) {
    throw new InputError(
      `The change request has errors: ${errors
        .map(({ message }) => message)
        .join(' ')}`,
    );
  }
}

function staleFinding(problem: string, observedAt: string): FindingDto {
  return {
    code: 'repository-stale',
    severity: 'warning',
    message: `The GitOps repository cannot be read now (${problem}); this is the change on what was read at ${observedAt}.`,
    fix: 'Submit all the same: it is planned again before the pull request is opened.',
  };
}
