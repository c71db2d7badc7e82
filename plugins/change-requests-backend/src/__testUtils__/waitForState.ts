import { setTimeout as sleep } from 'node:timers/promises';
import {
  changeRequestDetailSchema,
  type ChangeRequestDetail,
  type ChangeRequestState,
} from '@internal/plugin-change-requests-common';
import type { Portal } from './startPortal';

/** Reads a request until it is in one of the states; the test's own deadline ends it. */
export async function waitForState(
  portal: Portal,
  id: string,
  ...states: ChangeRequestState[]
): Promise<ChangeRequestDetail> {
  for (;;) {
    const { body } = await portal.as('ada').get(`/requests/${id}`).expect(200);
    const detail = changeRequestDetailSchema.parse(body);
    if (states.includes(detail.state)) return detail;
    await sleep(10);
  }
}
