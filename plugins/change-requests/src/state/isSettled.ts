import { ChangeRequestState } from '@internal/plugin-change-requests-common';

const settled: readonly ChangeRequestState[] = ['healthy', 'closed', 'failed'];

/** Whether a request stays as it is until somebody does something. */
export function isSettled(state: ChangeRequestState): boolean {
  return settled.includes(state);
}
