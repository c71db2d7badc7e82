import type { AuditorService } from '@backstage/backend-plugin-api';
import { changeRequestCreatePermission } from '@internal/plugin-change-requests-common';
import { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { ChangeRequestsInbox } from '../inbox/ChangeRequestsInbox';
import { namedApps } from '../pullRequestText/describeOperations';
import { audited } from './audited';
import {
  parseInput,
  readRequester,
  requireUser,
  type CallerServices,
} from './callers';
import { changeRequestBodySchema } from './changeRequestBody';

/** `POST /previews`: the change a request would make; nothing is stored. */
export function createPreviewsRouter(options: {
  callers: CallerServices;
  auditor: AuditorService;
  inbox: ChangeRequestsInbox;
}): Router {
  const { callers, auditor, inbox } = options;
  const router = PromiseRouter();
  router.post('/previews', async (request, response) => {
    const credentials = await requireUser(
      request,
      changeRequestCreatePermission,
      callers,
    );
    const body = parseInput(changeRequestBodySchema, request.body);
    const preview = await audited(
      auditor,
      {
        eventId: 'preview',
        request,
        meta: { platform: body.platform, apps: namedApps(body.operations) },
      },
      async () => {
        const result = await inbox.preview(
          body,
          await readRequester(credentials, body.platform, callers),
        );
        return {
          result,
          meta: { commit: result.commit, submittable: result.submittable },
        };
      },
    );
    response.json(preview);
  });
  return router;
}
