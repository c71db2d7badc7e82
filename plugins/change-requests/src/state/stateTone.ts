import { StatusTone } from '@internal/portal-ui';
import { ChangeRequestState } from '@internal/plugin-change-requests-common';

/** How each state is drawn. */
export const stateTone: Record<ChangeRequestState, StatusTone> = {
  draft: 'neutral',
  open: 'announcement',
  approved: 'announcement',
  merged: 'announcement',
  syncing: 'announcement',
  healthy: 'positive',
  closed: 'neutral',
  failed: 'negative',
};
