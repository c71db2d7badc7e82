import { NotFoundError } from '@backstage/errors';
import { checkAppOwner, describeApp } from '@internal/gitops-model';
import {
  changeRequestReadPermission,
  type AppSummary,
} from '@internal/plugin-change-requests-common';
import { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { Planner } from '../planning/Planner';
import { readRequester, requireUser, type CallerServices } from './callers';

/**
 * What forms that change an app start from, as Git has it.
 *
 * - `GET /platforms/:platform/apps`: every app, and whether the caller may change it.
 * - `GET /platforms/:platform/apps/:app`: what the app has now, in the terms of operations.
 *   404 where there is no such app.
 */
export function createAppsRouter(options: {
  callers: CallerServices;
  planner: Planner;
}): Router {
  const { callers, planner } = options;
  const router = PromiseRouter();

  router.get('/platforms/:platform/apps', async (request, response) => {
    const { platform } = request.params;
    const credentials = await requireUser(
      request,
      changeRequestReadPermission,
      callers,
    );
    const requester = await readRequester(credentials, platform, callers);
    const context = { ...(await planner.context(platform)), requester };
    const items = new Map<string, AppSummary>();
    for (const { name, owner, category } of context.model.apps) {
      items.set(name, {
        name,
        owner,
        category,
        changeable: checkAppOwner(name, context).length === 0,
      });
    }
    response.json({
      items: [...items.values()].sort((one, other) =>
        one.name < other.name ? -1 : 1,
      ),
    });
  });

  router.get('/platforms/:platform/apps/:app', async (request, response) => {
    const { platform, app } = request.params;
    await requireUser(request, changeRequestReadPermission, callers);
    const context = await planner.context(platform);
    const description = describeApp(app, context);
    if (!description) {
      throw new NotFoundError(
        `There is no app "${app.slice(0, 63)}" on the platform ${platform}; choose one of the list`,
      );
    }
    response.json(description);
  });
  return router;
}
