import {
  type DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import {
  type NodeChange,
  type NodeDetail,
  nodeChangeSchema,
  nodeDetailSchema,
} from '@internal/plugin-talos-nodes-common';
import type { Knex } from 'knex';
import type { Change } from './Change';

const KEPT_DAYS = 90;
const KEPT_ROWS = 10_000;

export interface StoredNode {
  revision: number;
  detail: NodeDetail;
}

interface ClusterKey {
  platform: string;
  cluster: string;
}

/** The last snapshot of each machine, and what changed between snapshots, for 90 days or 10 000 rows. */
export class HistoryStore {
  readonly #knex: Knex;

  static async create(database: DatabaseService): Promise<HistoryStore> {
    const knex = await database.getClient();
    if (!database.migrations?.skip) {
      await knex.migrate.latest({
        directory: resolvePackagePath(
          '@internal/plugin-talos-nodes-backend',
          'migrations',
        ),
      });
    }
    return new HistoryStore(knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Snapshots that cannot be read any more are as if they were not there. */
  async readSnapshots(key: ClusterKey): Promise<Map<string, StoredNode>> {
    const rows: { node: string; revision: number; detail: string }[] =
      await this.#knex('node_snapshots')
        .where({ platform: key.platform, cluster: key.cluster })
        .select('node', 'revision', 'detail');
    return new Map(
      rows.flatMap(({ node, revision, detail }) => {
        const parsed = nodeDetailSchema.safeParse(JSON.parse(detail));
        return parsed.success
          ? [[node, { revision, detail: parsed.data }] as const]
          : [];
      }),
    );
  }

  /**
   * Keeps a snapshot with what changed since the one of that revision (0: none).
   * False where somebody else kept another one meanwhile; then nothing is kept.
   */
  async keep(
    detail: NodeDetail,
    revision: number,
    changes: readonly Change[],
    at: Date,
  ): Promise<boolean> {
    const { platform, cluster, name: node } = detail;
    const key = { platform, cluster, node };
    return this.#knex.transaction(async trx => {
      const row = { revision: revision + 1, detail: JSON.stringify(detail) };
      const isKept =
        revision === 0
          ? await insertSnapshot(trx, { ...key, ...row })
          : (await trx('node_snapshots')
              .where({ ...key, revision })
              .update(row)) === 1;
      if (isKept) await insertChanges(trx, key, changes, at);
      return isKept;
    });
  }

  /** Forgets a machine that is gone, and notes that it is. */
  async forget(
    { platform, cluster, name: node }: NodeDetail,
    change: Change,
    at: Date,
  ): Promise<void> {
    const key = { platform, cluster, node };
    await this.#knex.transaction(async trx => {
      const removed = await trx('node_snapshots').where(key).delete();
      if (removed > 0) await insertChanges(trx, key, [change], at);
    });
  }

  /** Newest first. */
  async listChanges(filter: {
    platform?: string;
    cluster?: string;
    node?: string;
    limit: number;
  }): Promise<NodeChange[]> {
    const { limit, ...given } = filter;
    const key = Object.fromEntries(
      Object.entries(given).filter(([, value]) => value !== undefined),
    );
    const rows: Record<string, unknown>[] = await this.#knex('node_changes')
      .where(key)
      .orderBy([
        { column: 'at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .limit(limit);
    return rows.map(row =>
      nodeChangeSchema.parse({
        ...row,
        before: row.before ?? undefined,
        after: row.after ?? undefined,
      }),
    );
  }

  /** Removes changes that are too old or too many. */
  async prune(now: Date): Promise<void> {
    const oldest = new Date(now.getTime() - KEPT_DAYS * 24 * 60 * 60 * 1000);
    await this.#knex('node_changes')
      .where('at', '<', oldest.toISOString())
      .delete();
    const last: { id: number } | undefined = await this.#knex('node_changes')
      .orderBy('id', 'desc')
      .offset(KEPT_ROWS)
      .first('id');
    if (last)
      await this.#knex('node_changes').where('id', '<=', last.id).delete();
  }
}

async function insertSnapshot(
  trx: Knex.Transaction,
  row: Record<string, string | number>,
): Promise<boolean> {
  const { platform, cluster, node } = row;
  const existing: unknown = await trx('node_snapshots')
    .where({ platform, cluster, node })
    .first('revision');
  if (existing !== undefined) return false;
  await trx('node_snapshots').insert(row);
  return true;
}

async function insertChanges(
  trx: Knex.Transaction,
  key: { platform: string; cluster: string; node: string },
  changes: readonly Change[],
  at: Date,
): Promise<void> {
  for (const { kind, subject, before, after } of changes) {
    await trx('node_changes').insert({
      ...key,
      at: at.toISOString(),
      kind,
      subject,
      before: before ?? null,
      after: after ?? null,
    });
  }
}
