import { createPermission } from '@backstage/plugin-permission-common';

/** See what the portal read of platforms and their repositories. */
export const platformReadPermission = createPermission({
  name: 'platforms.platform.read',
  attributes: { action: 'read' },
});

export const platformPermissions = [platformReadPermission];
