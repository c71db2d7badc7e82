import type { Reading } from '@internal/plugin-ceph-common';

/** The same piece of knowledge in another form, as old as before. */
export function mapReading<T, U>(
  reading: Reading<T>,
  to: (value: T) => U,
): Reading<U> {
  return reading.known ? { ...reading, value: to(reading.value) } : reading;
}
