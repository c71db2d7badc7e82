import type { AuditorService } from '@backstage/backend-plugin-api';
import {
  changeRequestCreatePermission,
  changeRequestReadPermission,
  changeRequestRetryPermission,
  changeRequestStates,
  type ChangeRequest,
} from '@internal/plugin-change-requests-common';
import { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod';
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

const listQuerySchema = z.strictObject({
  state: z.enum(changeRequestStates).optional(),
  platform: z.string().max(63).optional(),
  app: z.string().max(253).optional(),
  /** Entity ref. */
  requester: z.string().max(253).optional(),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

const idSchema = z.object({ id: z.uuid() });

/**
 * `POST /requests`, `GET /requests`, `GET /requests/:id` and
 * `POST /requests/:id/retry`. None of them calls a forge.
 */
export function createRequestsRouter(options: {
  callers: CallerServices;
  auditor: AuditorService;
  inbox: ChangeRequestsInbox;
}): Router {
  const { callers, auditor, inbox } = options;
  const router = PromiseRouter();

  router.post('/requests', async (request, response) => {
    const credentials = await requireUser(
      request,
      changeRequestCreatePermission,
      callers,
    );
    const body = parseInput(changeRequestBodySchema, request.body);
    const created = await audited(
      auditor,
      {
        eventId: 'create',
        severityLevel: 'medium',
        request,
        meta: {
          platform: body.platform,
          apps: namedApps(body.operations),
          operations: body.operations.map(({ type }) => type),
        },
      },
      async () => {
        const requester = await readRequester(
          credentials,
          body.platform,
          callers,
        );
        const result = await inbox.create(body, requester);
        return { result, meta: auditMeta(result) };
      },
    );
    response.status(201).json(created);
  });

  router.get('/requests', async (request, response) => {
    await requireUser(request, changeRequestReadPermission, callers);
    const filter = parseInput(listQuerySchema, request.query);
    response.json(await inbox.list(filter));
  });

  router.get('/requests/:id', async (request, response) => {
    await requireUser(request, changeRequestReadPermission, callers);
    const { id } = parseInput(idSchema, request.params);
    response.json(await inbox.get(id));
  });

  router.post('/requests/:id/retry', async (request, response) => {
    const credentials = await requireUser(
      request,
      changeRequestRetryPermission,
      callers,
    );
    const { id } = parseInput(idSchema, request.params);
    const retried = await audited(
      auditor,
      { eventId: 'retry', severityLevel: 'medium', request, meta: { id } },
      async () => {
        const { platform } = await inbox.get(id);
        const result = await inbox.retry(
          id,
          await readRequester(credentials, platform, callers),
        );
        return { result, meta: auditMeta(result) };
      },
    );
    response.json(retried);
  });

  return router;
}

function auditMeta({ id, state, title, requester }: ChangeRequest) {
  return { id, state, title, requester };
}
