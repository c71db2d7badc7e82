import type {
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { InputError, NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { platformReadPermission } from '@internal/plugin-platforms-common';
import { type Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod';
import type { PlatformsReader } from '../PlatformsReader';
import { selectPage } from '../rows/RowList';

const maxLimit = 500;

const value = z.string().min(1).max(300);
const pageQuery = z.strictObject({
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(maxLimit).default(50),
  q: z.string().max(300).optional(),
  cluster: value.optional(),
});

/** What each list can be filtered by. */
const queries = {
  units: pageQuery.extend({ state: value.optional() }),
  findings: pageQuery.extend({
    severity: value.optional(),
    code: value.optional(),
    app: value.optional(),
  }),
  hosts: pageQuery,
  secrets: pageQuery,
} as const;
const lists = ['units', 'findings', 'hosts', 'secrets'] as const;

/**
 * `GET /platforms`, and `GET /platforms/:id/{units,findings,hosts,secrets}`
 * with `offset`, `limit` (at most 500), `q` and the list's filters. People and
 * other plugins may ask; each needs the permission `platforms.platform.read`.
 * `NotFoundError` for a platform that is not configured.
 */
export function createPlatformsRouter(options: {
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  platforms: PlatformsReader;
}): Router {
  const { httpAuth, permissions, platforms } = options;
  const router = PromiseRouter();

  async function requireRead(request: Request): Promise<void> {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    const [decision] = await permissions.authorize(
      [{ permission: platformReadPermission }],
      { credentials },
    );
    if (decision.result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError(
        `You need the permission ${platformReadPermission.name} to see platforms`,
      );
    }
  }

  router.get('/platforms', async (request, response) => {
    await requireRead(request);
    response.json({ items: platforms.overviews() });
  });
  for (const list of lists) {
    router.get(`/platforms/:id/${list}`, async (request, response) => {
      await requireRead(request);
      const { offset, limit, q, ...filters } = parseQuery(
        queries[list],
        request.query,
      );
      const rows = platforms.rows(request.params.id);
      response.json(
        selectPage<unknown>(rows[list], { offset, limit, q, filters }),
      );
    });
  }
  return router;
}

function parseQuery<T extends z.ZodType>(schema: T, query: unknown) {
  const parsed = schema.safeParse(query);
  if (!parsed.success) {
    throw new InputError(
      `The query is not valid: ${z.prettifyError(parsed.error)}`,
    );
  }
  return parsed.data;
}
