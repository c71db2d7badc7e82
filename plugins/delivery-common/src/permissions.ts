import { createPermission } from '@backstage/plugin-permission-common';

/** See sync and health of deployment units. */
export const deliveryReadPermission = createPermission({
  name: 'delivery.read',
  attributes: { action: 'read' },
});

export const deliveryPermissions = [deliveryReadPermission];
