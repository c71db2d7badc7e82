import { setTimeout as sleep } from 'node:timers/promises';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { DeliverySnapshot } from '@internal/plugin-delivery-common';
import type { DeliveryReader, DeliveryReading } from './DeliveryReader';
import type { DeliverySource } from './DeliverySource';
import { nextDelay } from './nextDelay';
import { nextSnapshot } from './nextSnapshot';

/** Keeps the one snapshot of a cluster fresh; everybody reads that one. */
export class SnapshotPoller {
  readonly #source: DeliverySource;
  readonly #reader: DeliveryReader;
  readonly #logger: LoggerService;
  readonly #stopped = new AbortController();
  #snapshot: DeliverySnapshot;
  #failures = 0;
  #polling?: Promise<void>;

  static create(options: {
    source: DeliverySource;
    reader: DeliveryReader;
    logger: LoggerService;
  }) {
    return new SnapshotPoller(options);
  }

  private constructor(options: {
    source: DeliverySource;
    reader: DeliveryReader;
    logger: LoggerService;
  }) {
    const { platform, cluster } = options.source;
    this.#source = options.source;
    this.#reader = options.reader;
    this.#logger = options.logger.child({ platform, cluster });
    this.#snapshot = { platform, cluster, units: [] };
  }

  get snapshot(): DeliverySnapshot {
    return this.#snapshot;
  }

  start() {
    this.#polling ??= this.#poll();
  }

  /** Ends the reading under way and waits for it. */
  async stop() {
    this.#stopped.abort();
    await this.#polling;
  }

  async #poll() {
    const { signal } = this.#stopped;
    while (!signal.aborted) {
      await this.#readOnce(signal);
      const delay = nextDelay({
        pollMilliseconds: this.#source.pollMilliseconds,
        failures: this.#failures,
        random: Math.random(),
      });
      await sleep(delay, undefined, { signal }).catch(() => undefined);
    }
  }

  async #readOnce(signal: AbortSignal) {
    const reading = await this.#read(signal);
    if (signal.aborted) return;
    const before = this.#snapshot.failure?.reason;
    this.#snapshot = nextSnapshot(this.#snapshot, reading, new Date());
    if (reading.ok) {
      this.#failures = 0;
      if (before) this.#logger.info('Delivery status is read again');
      return;
    }
    this.#failures += 1;
    if (before !== reading.reason) this.#logger.warn(reading.reason);
  }

  async #read(signal: AbortSignal): Promise<DeliveryReading> {
    try {
      return await this.#reader.read(signal);
    } catch (error) {
      // A mistake of ours must not end the polling, nor pass for a good reading.
      return { ok: false, reason: stringifyError(error) };
    }
  }
}
