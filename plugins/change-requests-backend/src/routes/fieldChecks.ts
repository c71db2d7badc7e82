import {
  changeRequestCreatePermission,
  fieldCheckSchema,
} from '@internal/plugin-change-requests-common';
import { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { ChangeRequestsInbox } from '../inbox/ChangeRequestsInbox';
import {
  parseInput,
  readRequester,
  requireUser,
  type CallerServices,
} from './callers';

/** `POST /field-checks`: one field of a form as somebody types. */
export function createFieldChecksRouter(options: {
  callers: CallerServices;
  inbox: ChangeRequestsInbox;
}): Router {
  const { callers, inbox } = options;
  const router = PromiseRouter();
  router.post('/field-checks', async (request, response) => {
    const credentials = await requireUser(
      request,
      changeRequestCreatePermission,
      callers,
    );
    const check = parseInput(fieldCheckSchema, request.body);
    response.json(
      inbox.checkField(
        check,
        await readRequester(credentials, check.platform, callers),
      ),
    );
  });
  return router;
}
