import { resolvePackagePath } from '@backstage/backend-plugin-api';
import type { DatabaseService } from '@backstage/backend-plugin-api';
import {
  timelineEventSchema,
  type ChangeRequestState,
  type TimelineEvent,
} from '@internal/plugin-change-requests-common';
import type { Knex } from 'knex';
import { z } from 'zod';
import type {
  Intent,
  IntentChange,
  NewIntent,
  NewTimelineEvent,
} from './Intent';
import { toColumns, toIntent } from './intentRow';
import { LeaseLostError } from './LeaseLostError';

export interface IntentFilter {
  state?: ChangeRequestState;
  platform?: string;
  app?: string;
  requester?: string;
  offset: number;
  limit: number;
}

/**
 * The outbox: intents, their claims and their timeline. A claim is a lease for
 * some time plus a fence; every write of a claimant names its fence, so that a
 * worker that was thought dead cannot overwrite its successor's work.
 */
export class IntentStore {
  readonly #knex: Knex;

  static async create(database: DatabaseService): Promise<IntentStore> {
    const knex = await database.getClient();
    if (!database.migrations?.skip) {
      await knex.migrate.latest({
        directory: resolvePackagePath(
          '@internal/plugin-change-requests-backend',
          'migrations',
        ),
      });
    }
    return new IntentStore(knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** False where somebody stored the same intent in the meantime. */
  async insert(intent: NewIntent, event: NewTimelineEvent): Promise<boolean> {
    const at = now();
    return this.#knex.transaction(async trx => {
      await trx('intents')
        .insert({
          ...toColumns(intent),
          id: intent.id,
          content_key: intent.contentKey,
          generation: intent.generation,
          intent_key: intent.intentKey,
          platform: intent.platform,
          operations: JSON.stringify(intent.operations),
          requester: intent.requester.ref,
          requester_groups: JSON.stringify(intent.requester.groups),
          requester_platform_team: intent.requester.platformTeam,
          template_name: intent.template?.name,
          template_version: intent.template?.version,
          title: intent.title,
          state: 'draft',
          attempt: intent.attempt,
          branch: intent.branch,
          fence: 0,
          tries: 0,
          next_attempt_at: at,
          created_at: at,
          updated_at: at,
        })
        .onConflict()
        .ignore();
      const stored = await trx('intents').where({ id: intent.id }).first('id');
      if (!stored) {
        return false;
      }
      await trx('intent_apps').insert(
        intent.apps.map(app => ({ intent_id: intent.id, app })),
      );
      await addEvents(trx, intent.id, at, [event]);
      return true;
    });
  }

  async get(id: string): Promise<Intent | undefined> {
    const row = await this.#knex('intents').where({ id }).first();
    return row && (await this.#withApps([row]))[0];
  }

  /** The last of the intents that ask for the same. */
  async findLatest(contentKey: string): Promise<Intent | undefined> {
    const row = await this.#knex('intents')
      .where({ content_key: contentKey })
      .orderBy('generation', 'desc')
      .first();
    return row && (await this.#withApps([row]))[0];
  }

  /** Newest first. */
  async list(
    filter: IntentFilter,
  ): Promise<{ items: Intent[]; total: number }> {
    const matching = this.#knex('intents').where(builder => {
      for (const column of ['state', 'platform', 'requester'] as const) {
        const value = filter[column];
        if (value !== undefined) {
          builder.where(column, value);
        }
      }
      if (filter.app !== undefined) {
        builder.whereIn(
          'id',
          this.#knex('intent_apps')
            .where({ app: filter.app })
            .select('intent_id'),
        );
      }
    });
    const [{ count }] = await matching.clone().count({ count: '*' });
    const rows = await matching
      .orderBy([
        { column: 'created_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .offset(filter.offset)
      .limit(filter.limit);
    return { items: await this.#withApps(rows), total: Number(count) };
  }

  /** Oldest first. */
  async timeline(id: string): Promise<TimelineEvent[]> {
    const rows = await this.#knex('timeline')
      .where({ intent_id: id })
      .orderBy('id')
      .select('at', 'event', 'actor', 'detail');
    return rows.map(({ at, event, actor, detail }) =>
      timelineEventSchema.parse({
        at,
        event,
        actor: actor ?? undefined,
        detail: detail ?? undefined,
      }),
    );
  }

  /** Those whose state may still change on the forge or in delivery. */
  async listUnfinished(platform: string, limit: number): Promise<Intent[]> {
    const rows = await this.#knex('intents')
      .where({ platform })
      .whereIn('state', ['open', 'approved', 'merged', 'syncing'])
      .orderByRaw('observed_at is not null, observed_at')
      .limit(limit);
    return this.#withApps(rows);
  }

  /** The next draft that is due and not in work elsewhere, if there is one. */
  async claim(options: {
    owner: string;
    leaseMilliseconds: number;
  }): Promise<Intent | undefined> {
    const at = now();
    const claimed = await this.#knex.transaction(async trx => {
      const due = trx('intents')
        .where('state', 'draft')
        .where('next_attempt_at', '<=', at)
        .where(builder =>
          builder.whereNull('lease_until').orWhere('lease_until', '<', at),
        )
        .orderBy('next_attempt_at')
        .first();
      if (trx.client.config.client === 'pg') {
        due.forUpdate().skipLocked();
      }
      const row = await due;
      if (!row) {
        return undefined;
      }
      const changed = await trx('intents')
        .where({ id: row.id, fence: row.fence })
        .update({
          fence: row.fence + 1,
          lease_owner: options.owner,
          lease_until: later(options.leaseMilliseconds),
        });
      return changed === 1 ? { ...row, fence: row.fence + 1 } : undefined;
    });
    return claimed && (await this.#withApps([claimed]))[0];
  }

  /** @throws LeaseLostError */
  async renew(
    { id, fence }: Pick<Intent, 'id' | 'fence'>,
    leaseMilliseconds: number,
  ): Promise<void> {
    const changed = await this.#knex('intents')
      .where({ id, fence })
      .update({ lease_until: later(leaseMilliseconds) });
    if (changed === 0) {
      throw new LeaseLostError(id);
    }
  }

  /** Changes an intent and its timeline at once. @throws LeaseLostError */
  async save(
    { id, fence }: Pick<Intent, 'id' | 'fence'>,
    change: IntentChange,
    events: NewTimelineEvent[] = [],
  ): Promise<void> {
    const at = now();
    await this.#knex.transaction(async trx => {
      const changed = await trx('intents')
        .where({ id, fence })
        .update({
          ...toColumns(change),
          ...(('state' in change || events.length > 0) && { updated_at: at }),
        });
      if (changed === 0) {
        throw new LeaseLostError(id);
      }
      await addEvents(trx, id, at, events);
    });
  }

  /**
   * Makes a failed or closed intent a draft again. False where somebody else
   * changed it first.
   */
  async reopen(
    intent: Intent,
    next: { attempt: number; branch: string },
    event: NewTimelineEvent,
  ): Promise<boolean> {
    const at = now();
    return this.#knex.transaction(async trx => {
      const changed = await trx('intents')
        .where({ id: intent.id, fence: intent.fence, state: intent.state })
        .update({
          ...toColumns({ failure: undefined, staleReason: undefined }),
          ...(next.attempt !== intent.attempt &&
            toColumns({ pullRequest: undefined })),
          state: 'draft',
          attempt: next.attempt,
          branch: next.branch,
          fence: intent.fence + 1,
          tries: 0,
          next_attempt_at: at,
          updated_at: at,
        });
      if (changed === 1) {
        await addEvents(trx, intent.id, at, [event]);
      }
      return changed === 1;
    });
  }

  /** True where this replica may read the platform's forge until then. */
  async claimObserver(
    platform: string,
    options: { owner: string; leaseMilliseconds: number },
  ): Promise<boolean> {
    const lease = {
      lease_owner: options.owner,
      lease_until: later(options.leaseMilliseconds),
    };
    await this.#knex('observer_leases')
      .insert({ platform, lease_owner: options.owner, lease_until: '' })
      .onConflict('platform')
      .ignore();
    const changed = await this.#knex('observer_leases')
      .where({ platform })
      .where(builder =>
        builder
          .where('lease_until', '<', now())
          .orWhere('lease_owner', options.owner),
      )
      .update(lease);
    return changed === 1;
  }

  async #withApps(rows: Array<{ id: string }>): Promise<Intent[]> {
    const links = z
      .array(z.object({ intent_id: z.string(), app: z.string() }))
      .parse(
        await this.#knex('intent_apps')
          .whereIn(
            'intent_id',
            rows.map(row => row.id),
          )
          .orderBy('app')
          .select('intent_id', 'app'),
      );
    return rows.map(row =>
      toIntent(
        row,
        links.filter(link => link.intent_id === row.id).map(link => link.app),
      ),
    );
  }
}

async function addEvents(
  trx: Knex.Transaction,
  id: string,
  at: string,
  events: NewTimelineEvent[],
): Promise<void> {
  if (events.length > 0) {
    await trx('timeline').insert(
      events.map(event => ({ ...event, intent_id: id, at })),
    );
  }
}

function now(): string {
  return new Date().toISOString();
}

function later(milliseconds: number): string {
  return new Date(Date.now() + milliseconds).toISOString();
}
