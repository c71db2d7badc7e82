import { talosNodeReadPermission } from '@internal/plugin-talos-nodes-common';
import { type NodeActionOptions, readOnlyAction } from './NodeActionOptions';

/** `describe-node`: everything known of one machine. */
export function registerDescribeNode({
  registry,
  requireRead,
  nodes,
}: NodeActionOptions) {
  registry.register({
    name: 'describe-node',
    title: 'Describe a machine',
    description:
      'Tells everything known of one machine: board, processors, memory slots, disks with partitions, network ports, versions, conditions, services, warnings, and where it differs from what the GitOps repository says. Each value names its source, or the reason why it is not known.',
    attributes: readOnlyAction,
    visibilityPermission: talosNodeReadPermission,
    schema: {
      input: z =>
        z.object({
          platform: z.string().describe('Id of the platform'),
          cluster: z.string().describe('Name of the cluster'),
          name: z.string().describe('Kubernetes node name'),
        }),
      output: z =>
        z.object({
          node: z
            .record(z.unknown())
            .describe('In the form of GET /nodes/:platform/:cluster/:name'),
        }),
    },
    action: async ({ input, credentials }) => {
      await requireRead(credentials);
      const node = nodes.get(input.platform, input.cluster, input.name);
      return { output: { node } };
    },
  });
}
