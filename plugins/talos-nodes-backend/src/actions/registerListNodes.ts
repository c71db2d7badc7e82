import {
  type Fact,
  talosNodeReadPermission,
} from '@internal/plugin-talos-nodes-common';
import { type NodeActionOptions, readOnlyAction } from './NodeActionOptions';

/** `list-nodes`: the machines of all platforms, one line each. */
export function registerListNodes({
  registry,
  requireRead,
  nodes,
}: NodeActionOptions) {
  registry.register({
    name: 'list-nodes',
    title: 'List machines',
    description:
      'Lists the machines (Talos nodes) of the platforms with state, role, model, processor, memory and versions. Use it to find machines by model or architecture, machines that are not ready, or machines on an old version. What is left out of an item is not known; it is not zero.',
    attributes: readOnlyAction,
    visibilityPermission: talosNodeReadPermission,
    schema: {
      input: z =>
        z.object({
          platform: z.string().optional().describe('Id of a platform'),
          cluster: z.string().optional().describe('Name of a cluster'),
        }),
      output: z =>
        z.object({
          items: z.array(
            z.object({
              platform: z.string(),
              cluster: z.string(),
              name: z.string(),
              state: z
                .string()
                .describe('ready, not-ready, changing, unreachable or unknown'),
              problems: z.array(z.string()),
              role: z.string().optional(),
              architecture: z.string().optional(),
              model: z.string().optional(),
              cores: z.number().optional(),
              memoryBytes: z
                .number()
                .optional()
                .describe('Installed, else what the kernel has'),
              talosVersion: z.string().optional(),
              kubernetesVersion: z.string().optional(),
              observedAt: z.string().optional().describe('ISO 8601'),
            }),
          ),
        }),
    },
    examples: [
      { title: 'Machines of one platform', input: { platform: 'edgit-k8s' } },
    ],
    action: async ({ input, credentials }) => {
      await requireRead(credentials);
      const items = nodes.list(input).items.map(node => ({
        platform: node.platform,
        cluster: node.cluster,
        name: node.name,
        state: node.state,
        problems: node.problems,
        role: valueOf(node.role),
        architecture: valueOf(node.architecture),
        model: valueOf(node.model),
        cores: valueOf(node.cores),
        memoryBytes:
          valueOf(node.memoryInstalledBytes) ?? valueOf(node.memoryUsableBytes),
        talosVersion: valueOf(node.talosVersion),
        kubernetesVersion: valueOf(node.kubernetesVersion),
        observedAt: node.observedAt,
      }));
      return { output: { items } };
    },
  });
}

function valueOf<T>(fact: Fact<T>): T | undefined {
  return fact.known ? fact.value : undefined;
}
