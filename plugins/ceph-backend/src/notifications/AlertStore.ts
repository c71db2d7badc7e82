import {
  type DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { z } from 'zod';
import type { AlertState } from './decideAlert';

const TABLE = 'storage_alerts';

const rowSchema = z.object({
  key: z.string(),
  notified: z.number(),
  trend: z.enum(['worse', 'same', 'better']),
  since: z.string(),
});

interface ClusterKey {
  platform: string;
  cluster: string;
}

/** What people were notified of. Several processes may write: of two that decide the same, one wins. */
export class AlertStore {
  readonly #knex: Knex;

  static async create(database: DatabaseService): Promise<AlertStore> {
    const knex = await database.getClient();
    if (!database.migrations?.skip) {
      await knex.migrate.latest({
        directory: resolvePackagePath(
          '@internal/plugin-ceph-backend',
          'migrations',
        ),
      });
    }
    return new AlertStore(knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  async list({
    platform,
    cluster,
  }: ClusterKey): Promise<Map<string, AlertState>> {
    const rows: unknown[] = await this.#knex(TABLE).where({
      platform,
      cluster,
    });
    return new Map(
      rows.map(row => {
        const { key, ...state } = rowSchema.parse(row);
        return [key, state];
      }),
    );
  }

  /** False where another process has changed it since `before` was read; then nothing is written. */
  async replace(
    { platform, cluster }: ClusterKey,
    key: string,
    before: AlertState | undefined,
    after: AlertState,
  ): Promise<boolean> {
    const id = { platform, cluster, key };
    if (before) {
      const changed = await this.#knex(TABLE)
        .where({ ...id, ...before })
        .update(after);
      return changed === 1;
    }
    const existing: unknown = await this.#knex(TABLE).where(id).first('key');
    if (existing !== undefined) return false;
    await this.#knex(TABLE)
      .insert({ ...id, ...after })
      .onConflict(['platform', 'cluster', 'key'])
      .ignore();
    return true;
  }

  /** Forgets alerts that are well and were not told of. */
  async forget(
    { platform, cluster }: ClusterKey,
    keys: readonly string[],
  ): Promise<void> {
    if (keys.length === 0) return;
    await this.#knex(TABLE)
      .where({ platform, cluster, notified: 0 })
      .whereIn('key', [...keys])
      .delete();
  }
}
