import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { talosNodeReadPermission } from '@internal/plugin-talos-nodes-common';

/** Throws `NotAllowedError` for who may not see machines. */
export type RequireRead = (credentials: BackstageCredentials) => Promise<void>;

export function createRequireRead(
  permissions: PermissionsService,
): RequireRead {
  return async credentials => {
    const [{ result }] = await permissions.authorize(
      [{ permission: talosNodeReadPermission }],
      { credentials },
    );
    if (result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError(
        `You need the permission ${talosNodeReadPermission.name} to see machines`,
      );
    }
  };
}
