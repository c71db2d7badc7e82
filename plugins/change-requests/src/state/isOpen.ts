import { ChangeRequestState } from '@internal/plugin-change-requests-common';

/** Whether the forge has a pull request of it that may still be merged. */
export function isOpen(state: ChangeRequestState): boolean {
  return state === 'open' || state === 'approved';
}
