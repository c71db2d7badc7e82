import type {
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { InputError, NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  deliveryReadPermission,
  type DeliverySnapshot,
} from '@internal/plugin-delivery-common';
import { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod';

const querySchema = z.strictObject({
  platform: z.string().min(1).optional(),
  cluster: z.string().min(1).optional(),
  unit: z
    .union([z.string().min(1), z.array(z.string().min(1))])
    .transform(value => [value].flat())
    .optional(),
});

/**
 * `GET /snapshots?platform=&cluster=&unit=` answers from memory: the snapshots
 * of the clusters that match, each with only the units of those names where
 * `unit` is given, which may be repeated. People and other plugins may ask.
 */
export function createSnapshotsRouter(options: {
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  readSnapshots: () => DeliverySnapshot[];
}): Router {
  const { httpAuth, permissions, readSnapshots } = options;
  const router = PromiseRouter();
  router.get('/snapshots', async (request, response) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    const [decision] = await permissions.authorize(
      [{ permission: deliveryReadPermission }],
      { credentials },
    );
    if (decision.result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError(
        `You need the permission ${deliveryReadPermission.name} to see delivery status`,
      );
    }
    const { platform, cluster, unit: names } = parseQuery(request.query);
    const items = readSnapshots()
      .filter(snapshot => !platform || snapshot.platform === platform)
      .filter(snapshot => !cluster || snapshot.cluster === cluster)
      .map(snapshot => ({
        ...snapshot,
        units: snapshot.units.filter(
          ({ name }) => !names || names.includes(name),
        ),
      }));
    response.json({ items });
  });
  return router;
}

function parseQuery(query: unknown) {
  const parsed = querySchema.safeParse(query);
  if (!parsed.success) {
    throw new InputError(
      `Only platform, cluster and unit can be asked for, and only unit more than once: ${z.prettifyError(parsed.error)}`,
    );
  }
  return parsed.data;
}
