import { createPermission } from '@backstage/plugin-permission-common';

/** See machines: hardware, state, history. */
export const talosNodeReadPermission = createPermission({
  name: 'talos-nodes.node.read',
  attributes: { action: 'read' },
});

export const talosNodePermissions = [talosNodeReadPermission];
