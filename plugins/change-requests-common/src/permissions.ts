import { createPermission } from '@backstage/plugin-permission-common';

/** See change requests and their diffs. */
export const changeRequestReadPermission = createPermission({
  name: 'change-request.read',
  attributes: { action: 'read' },
});

/** Preview a change and ask for it. Owner groups are checked besides. */
export const changeRequestCreatePermission = createPermission({
  name: 'change-request.create',
  attributes: { action: 'create' },
});

/** Retry a failed request of one's own; the platform team may retry any. */
export const changeRequestRetryPermission = createPermission({
  name: 'change-request.retry',
  attributes: { action: 'update' },
});

export const changeRequestPermissions = [
  changeRequestReadPermission,
  changeRequestCreatePermission,
  changeRequestRetryPermission,
];
