import type {
  Reading,
  StorageSource,
  UnreadReason,
} from '@internal/plugin-ceph-common';

export function known<T>(
  value: T,
  source: StorageSource,
  observedAt: Date | string,
): Reading<T> {
  return {
    known: true,
    value,
    source,
    observedAt:
      typeof observedAt === 'string' ? observedAt : observedAt.toISOString(),
  };
}

export function unread(reason: UnreadReason): {
  known: false;
  reason: UnreadReason;
} {
  return { known: false, reason };
}
