import type { Reading, StorageSource } from '@internal/plugin-ceph-common';
import type { Kept } from '../../inventory/Kept';

/** Decides what is too old to rely on: a reading that nobody renews must not look fresh for ever. */
export class Freshness {
  readonly #oldest: string;

  constructor(options: { now: Date; maximumAgeMilliseconds: number }) {
    this.#oldest = new Date(
      options.now.getTime() - options.maximumAgeMilliseconds,
    ).toISOString();
  }

  fromKept<T>(kept: Kept<T>, source: StorageSource): Reading<T> {
    switch (kept.state) {
      case 'fresh':
        return this.check({
          known: true,
          value: kept.value,
          source,
          observedAt: kept.observedAt,
        });
      case 'stale':
        return { known: false, reason: 'stale' };
      case 'unread':
        return { known: false, reason: kept.reason };
      default:
        return kept satisfies never;
    }
  }

  check<T>(reading: Reading<T>): Reading<T> {
    return reading.known && reading.observedAt < this.#oldest
      ? { known: false, reason: 'stale' }
      : reading;
  }
}
