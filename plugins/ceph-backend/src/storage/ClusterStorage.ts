import { setTimeout as sleep } from 'node:timers/promises';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import {
  describeSourceProblem,
  type StorageSourceState,
} from '@internal/plugin-ceph-common';
import type { CephReader } from '../ceph/CephReader';
import type { CephReading } from '../ceph/CephReading';
import type { StorageCluster } from '../config';
import type { CyclePart } from './CyclePart';

/** Share by which pauses differ, so that clusters and replicas do not ask in step. */
const JITTER = 0.2;

/** Called after every cycle, when everything of it can be seen. */
type OnCycle = (storage: ClusterStorage, now: Date) => Promise<void>;

/** Keeps what is known of one cluster's storage fresh; everybody reads that. */
export class ClusterStorage {
  readonly cluster: StorageCluster;
  readonly #reader?: CephReader;
  readonly #parts: readonly CyclePart[];
  readonly #logger: LoggerService;
  readonly #stopped = new AbortController();
  readonly #said = new Map<string, string>();
  #ceph: readonly CephReading[] = [];
  #sources: readonly StorageSourceState[];
  #revision = 0;
  #running?: Promise<void>;

  constructor(options: {
    cluster: StorageCluster;
    /** Absent where no Ceph is configured. */
    reader?: CephReader;
    parts: readonly CyclePart[];
    logger: LoggerService;
  }) {
    const { platform, cluster } = options.cluster;
    this.cluster = options.cluster;
    this.#reader = options.reader;
    this.#sources = options.reader
      ? []
      : [{ source: 'rook', state: 'not-configured' }];
    this.#parts = options.parts;
    this.#logger = options.logger.child({ platform, cluster });
  }

  /** Grows with every cycle; what is derived from the storage may be kept until it does. */
  get revision(): number {
    return this.#revision;
  }

  /** Ceph clusters that run here or are used from here; empty before the first cycle. */
  get ceph(): readonly CephReading[] {
    return this.#ceph;
  }

  /** How the sources of Ceph were last asked; empty before the first cycle. */
  get sources(): readonly StorageSourceState[] {
    return this.#sources;
  }

  start(onCycle: OnCycle = async () => {}) {
    this.#running ??= this.#run(onCycle);
  }

  /** Ends the reading under way and waits for it. */
  async stop() {
    this.#stopped.abort();
    await this.#running;
    await this.#reader?.close();
    await Promise.all(this.#parts.map(part => part.close()));
  }

  async #run(onCycle: OnCycle) {
    const { signal } = this.#stopped;
    try {
      this.#ceph = (await this.#reader?.load()) ?? [];
      this.#revision += 1;
    } catch (error) {
      this.#logger.error(
        `What was known of storage cannot be read from the database: ${stringifyError(error)}`,
      );
    }
    while (!signal.aborted) {
      try {
        await this.#cycle(signal, onCycle);
      } catch (error) {
        // A mistake of ours must not end the reading, nor pass for a good one.
        this.#logger.error(`Storage was not read: ${stringifyError(error)}`);
      }
      const pause =
        this.cluster.refreshMilliseconds *
        (1 - JITTER + 2 * JITTER * Math.random());
      await sleep(pause, undefined, { signal }).catch(() => undefined);
    }
  }

  async #cycle(signal: AbortSignal, onCycle: OnCycle) {
    const [read] = await Promise.all([
      this.#reader?.read(signal),
      ...this.#parts.map(part => part.read(signal)),
    ]);
    if (signal.aborted) return;
    if (read) {
      this.#ceph = read.ceph;
      this.#sources = read.sources;
      this.#say();
    }
    this.#revision += 1;
    try {
      await onCycle(this, new Date());
    } catch (error) {
      this.#logger.error(
        `What was read of storage was not kept: ${stringifyError(error)}`,
      );
    }
  }

  /** Logs each failure once, and its end. */
  #say() {
    for (const { source, state, problem } of this.#sources) {
      const before = this.#said.get(source);
      const said = problem && describeSourceProblem(problem);
      if (said !== undefined && said !== before) {
        this.#said.set(source, said);
        this.#logger.warn(said);
      } else if (state === 'fresh' && before !== undefined) {
        this.#said.delete(source);
        this.#logger.info(`The source ${source} is read again`);
      }
    }
  }
}
