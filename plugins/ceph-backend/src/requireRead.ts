import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { storageReadPermission } from '@internal/plugin-ceph-common';

/** Throws `NotAllowedError` for who may not see storage. */
export type RequireRead = (credentials: BackstageCredentials) => Promise<void>;

export function createRequireRead(
  permissions: PermissionsService,
): RequireRead {
  return async credentials => {
    const [{ result }] = await permissions.authorize(
      [{ permission: storageReadPermission }],
      { credentials },
    );
    if (result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError(
        `You need the permission ${storageReadPermission.name} to see storage`,
      );
    }
  };
}
