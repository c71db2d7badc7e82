import { createPermission } from '@backstage/plugin-permission-common';

/** See storage: health, volumes, the chain, and whether a machine may go down. */
export const storageReadPermission = createPermission({
  name: 'ceph.storage.read',
  attributes: { action: 'read' },
});

export const storagePermissions = [storageReadPermission];
