import type { HttpAuthService } from '@backstage/backend-plugin-api';
import { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { RequireRead } from '../requireRead';

/**
 * Everything under `/api/ceph`. Whoever may see storage may ask, people and
 * other plugins; the forms of the answers stand in `ceph-common`.
 */
export function createRouter(options: {
  httpAuth: HttpAuthService;
  requireRead: RequireRead;
  /** One per area; they need not check the permission. */
  routers: readonly Router[];
}): Router {
  const { httpAuth, requireRead, routers } = options;
  const router = PromiseRouter();
  router.use(async (request, _response, next) => {
    await requireRead(
      await httpAuth.credentials(request, { allow: ['user', 'service'] }),
    );
    next();
  });
  routers.forEach(area => router.use(area));
  return router;
}
