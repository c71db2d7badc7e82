import { talosNodeReadPermission } from '@internal/plugin-talos-nodes-common';
import { type NodeActionOptions, readOnlyAction } from './NodeActionOptions';

const DEFAULT_LIMIT = 50;

/** `list-node-changes`: what changed on machines, newest first. */
export function registerListNodeChanges({
  registry,
  requireRead,
  history,
}: NodeActionOptions) {
  registry.register({
    name: 'list-node-changes',
    title: 'List what changed on machines',
    description:
      'Lists changes of hardware, versions and state of machines, newest first: memory modules or disks that vanished or were replaced, link speeds, upgrades, machines that became unreachable. Use it to find out what happened before a problem began.',
    attributes: readOnlyAction,
    visibilityPermission: talosNodeReadPermission,
    schema: {
      input: z =>
        z.object({
          platform: z.string().optional().describe('Id of a platform'),
          cluster: z.string().optional().describe('Name of a cluster'),
          node: z.string().optional().describe('Kubernetes node name'),
          limit: z.number().int().min(1).max(500).optional(),
        }),
      output: z =>
        z.object({
          items: z.array(
            z.object({
              platform: z.string(),
              cluster: z.string(),
              node: z.string(),
              at: z.string().describe('ISO 8601; when it was first seen'),
              kind: z.string(),
              subject: z.string(),
              before: z.string().optional(),
              after: z.string().optional(),
            }),
          ),
        }),
    },
    action: async ({ input, credentials }) => {
      await requireRead(credentials);
      const { limit = DEFAULT_LIMIT, ...filter } = input;
      const items = await history.listChanges({ ...filter, limit });
      return { output: { items } };
    },
  });
}
