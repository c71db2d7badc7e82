import { isDeepStrictEqual } from 'node:util';
import type {
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { ConflictError, InputError, NotAllowedError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { templateManagementPermission } from '@backstage/plugin-scaffolder-common/alpha';
import { json, type Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod';

const dryRunSchema = z.object({
  template: z.object({
    kind: z.literal('Template'),
    metadata: z.object({ name: z.string(), namespace: z.string().optional() }),
    spec: z.unknown(),
  }),
  secrets: z.record(z.string(), z.string()).optional(),
  directoryContents: z.array(z.unknown()),
});

/**
 * Stands before the scaffolder's own dry run, which runs whatever template the
 * caller sends: any step, with the portal's own forge credentials behind it.
 * People who review a form run a template of the catalog as it stands there;
 * anything else needs the permission to manage templates.
 */
export function createDryRunGuard(options: {
  catalog: CatalogService;
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
}): Router {
  const { catalog, httpAuth, permissions } = options;
  const router = PromiseRouter();
  // The scaffolder's own limit; the body is parsed once, here.
  router.post(
    '/v2/dry-run',
    json({ limit: '10MB' }),
    async (req, _res, next) => {
      const credentials = await httpAuth.credentials(req);
      const [management] = await permissions.authorize(
        [{ permission: templateManagementPermission }],
        { credentials },
      );
      if (management.result === AuthorizeResult.ALLOW) {
        return next();
      }

      const parsed = dryRunSchema.safeParse(req.body);
      if (!parsed.success) {
        throw new InputError(
          'A dry run takes a template, values and no files.',
        );
      }
      const { template, secrets, directoryContents } = parsed.data;
      const entity = await catalog.getEntityByRef(
        {
          kind: template.kind,
          namespace: template.metadata.namespace ?? 'default',
          name: template.metadata.name,
        },
        { credentials },
      );
      if (
        !entity ||
        Object.keys(secrets ?? {}).length ||
        directoryContents.length
      ) {
        throw new NotAllowedError(
          `Only templates of the catalog can be run dry without the permission ${templateManagementPermission.name}.`,
        );
      }
      if (
        !isDeepStrictEqual(entity.spec, template.spec) ||
        !isDeepStrictEqual(entity.metadata, req.body.template.metadata)
      ) {
        throw new ConflictError(
          'The template has changed since the form was opened; reload the page.',
        );
      }
      return next();
    },
  );
  return router;
}
