import type { Reading, UnreadReason } from '@internal/plugin-ceph-common';

/** Why the first of these that is not known is not; nothing where all are. */
export function unreadReason(
  ...readings: readonly Reading<unknown>[]
): UnreadReason | undefined {
  for (const reading of readings) {
    if (!reading.known) return reading.reason;
  }
  return undefined;
}
