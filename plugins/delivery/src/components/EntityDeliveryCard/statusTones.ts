import type { DeliveryUnit } from '@internal/plugin-delivery-common';
import type { StatusTone } from '@internal/portal-ui';

export const syncTones: Record<DeliveryUnit['sync'], StatusTone> = {
  synced: 'positive',
  'out-of-sync': 'warning',
  unknown: 'neutral',
};

export const healthTones: Record<DeliveryUnit['health'], StatusTone> = {
  healthy: 'positive',
  progressing: 'announcement',
  degraded: 'negative',
  suspended: 'neutral',
  missing: 'warning',
  unknown: 'neutral',
};
