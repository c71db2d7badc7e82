import type { DeliverySnapshot } from '@internal/plugin-delivery-common';
import type { DeliveryReading } from './DeliveryReader';

/**
 * The snapshot after one more reading. A failure keeps the units of the last
 * good reading and their age, and remembers since when readings fail.
 */
export function nextSnapshot(
  previous: DeliverySnapshot,
  reading: DeliveryReading,
  now: Date,
): DeliverySnapshot {
  const { platform, cluster } = previous;
  if (reading.ok) {
    const { units } = reading;
    return { platform, cluster, observedAt: now.toISOString(), units };
  }
  const since = previous.failure?.since ?? now.toISOString();
  return { ...previous, failure: { since, reason: reading.reason } };
}
