import {
  describeMaintenanceInput,
  maintenanceInputWords,
  maintenanceVerdictWords,
  storageReadPermission,
} from '@internal/plugin-ceph-common';
import {
  type MaintenanceActionOptions,
  readOnlyAction,
} from './MaintenanceActionOptions';

/** `can-node-go-down`: the verdict for one machine, with every input and the steps. */
export function registerCanNodeGoDown({
  registry,
  requireRead,
  maintenance,
}: MaintenanceActionOptions) {
  registry.register({
    name: 'can-node-go-down',
    title: 'Can this node go down?',
    description:
      'Tells whether a machine (Kubernetes node) may be shut down, restarted or upgraded now: safe, safe-after-steps, unsafe or unknown. It looks at etcd, Ceph, disruption budgets, pods and volumes that cannot move, room on other machines and other maintenance; each input says what it found. Steps are commands for a person to copy, in order; nothing is run. unknown is not safe: say so.',
    attributes: readOnlyAction,
    visibilityPermission: storageReadPermission,
    schema: {
      input: z =>
        z.object({
          platform: z.string().describe('Id of the platform'),
          cluster: z.string().describe('Name of the cluster'),
          node: z.string().describe('Kubernetes node name'),
        }),
      output: z =>
        z.object({
          verdict: z
            .string()
            .describe('safe, safe-after-steps, unsafe or unknown'),
          sentence: z.string(),
          observedAt: z
            .string()
            .optional()
            .describe('ISO 8601; of the oldest source'),
          inputs: z.array(
            z.object({
              about: z.string(),
              result: z
                .string()
                .describe('fine, step, blocks, unknown or not-applicable'),
              finding: z.string(),
            }),
          ),
          steps: z.array(
            z.object({
              id: z.string(),
              when: z.string().describe('before, during or after'),
              command: z.string().optional(),
            }),
          ),
        }),
    },
    action: async ({ input, credentials }) => {
      await requireRead(credentials);
      const { platform, cluster, node } = input;
      const { verdict } = maintenance.node(platform, cluster, node);
      return {
        output: {
          verdict: verdict.verdict,
          sentence: maintenanceVerdictWords[verdict.verdict],
          observedAt: verdict.observedAt,
          inputs: verdict.inputs.map(found => ({
            about: maintenanceInputWords[found.id],
            result: found.result,
            finding: describeMaintenanceInput(found),
          })),
          steps: verdict.steps,
        },
      };
    },
  });
}
