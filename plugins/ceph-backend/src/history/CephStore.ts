import {
  type DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import {
  type CephSample,
  cephSampleSchema,
} from '@internal/plugin-ceph-common';
import type { Knex } from 'knex';
import { type CephState, cephStateSchema } from './CephState';

const SECOND = 1000;
const HOUR = 60 * 60 * SECOND;
const SAMPLE_MILLISECONDS = 30 * SECOND;
const PERIOD_MILLISECONDS = 10 * 60 * SECOND;
const DENSE_MILLISECONDS = 6 * HOUR;
const KEPT_MILLISECONDS = 30 * 24 * HOUR;

export interface CephKey {
  platform: string;
  cluster: string;
  name: string;
}

/**
 * States of Ceph clusters, and samples of them: every half minute for six
 * hours, every ten minutes for thirty days.
 */
export class CephStore {
  readonly #knex: Knex;

  static async create(database: DatabaseService): Promise<CephStore> {
    const knex = await database.getClient();
    if (!database.migrations?.skip) {
      await knex.migrate.latest({
        directory: resolvePackagePath(
          '@internal/plugin-ceph-backend',
          'migrations',
        ),
      });
    }
    return new CephStore(knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** States that cannot be read any more are as if they were not there. */
  async readStates(key: Omit<CephKey, 'name'>): Promise<CephState[]> {
    const { platform, cluster } = key;
    const rows: { state: string }[] = await this.#knex('ceph_states')
      .where({ platform, cluster })
      .select('state');
    return rows.flatMap(({ state }) => {
      const parsed = cephStateSchema.safeParse(JSON.parse(state));
      return parsed.success ? [parsed.data] : [];
    });
  }

  async writeState(key: CephKey, state: CephState): Promise<void> {
    const { platform, cluster, name } = key;
    await this.#knex('ceph_states')
      .insert({ platform, cluster, name, state: JSON.stringify(state) })
      .onConflict(['platform', 'cluster', 'name'])
      .merge(['state']);
  }

  /** One of the same half minute that is there already stays. */
  async addSample(
    { platform, cluster, name }: CephKey,
    sample: CephSample,
  ): Promise<void> {
    const at = new Date(sample.at).getTime();
    await this.#knex('ceph_samples')
      .insert({
        platform,
        cluster,
        name,
        at: floor(at, SAMPLE_MILLISECONDS),
        period: floor(at, PERIOD_MILLISECONDS),
        health: sample.health,
        total_bytes: sample.totalBytes ?? null,
        used_bytes: sample.usedBytes ?? null,
        read_bytes_per_second: sample.readBytesPerSecond ?? null,
        written_bytes_per_second: sample.writtenBytesPerSecond ?? null,
        recovered_bytes_per_second: sample.recoveredBytesPerSecond ?? null,
      })
      .onConflict(['platform', 'cluster', 'name', 'at'])
      .ignore();
  }

  /** Oldest first. */
  async readSamples(
    { platform, cluster, name }: CephKey,
    from: Date,
  ): Promise<CephSample[]> {
    const rows: Record<string, unknown>[] = await this.#knex('ceph_samples')
      .where({ platform, cluster, name })
      .where('at', '>=', from.toISOString())
      .orderBy('at');
    return rows.map(row =>
      cephSampleSchema.parse({
        at: row.at,
        health: row.health,
        totalBytes: row.total_bytes ?? undefined,
        usedBytes: row.used_bytes ?? undefined,
        readBytesPerSecond: row.read_bytes_per_second ?? undefined,
        writtenBytesPerSecond: row.written_bytes_per_second ?? undefined,
        recoveredBytesPerSecond: row.recovered_bytes_per_second ?? undefined,
      }),
    );
  }

  /** Thins what is old and removes what is too old. */
  async prune(now: Date): Promise<void> {
    const before = (milliseconds: number) =>
      new Date(now.getTime() - milliseconds).toISOString();
    const samples = () => this.#knex('ceph_samples');
    await samples().where('at', '<', before(KEPT_MILLISECONDS)).delete();
    const sparse = floor(
      now.getTime() - DENSE_MILLISECONDS,
      PERIOD_MILLISECONDS,
    );
    await samples()
      .where('at', '<', sparse)
      .whereNotIn(
        'id',
        samples()
          .where('at', '<', sparse)
          .groupBy('platform', 'cluster', 'name', 'period')
          .min('id'),
      )
      .delete();
  }
}

function floor(milliseconds: number, step: number): string {
  return new Date(Math.floor(milliseconds / step) * step).toISOString();
}
