import {
  type AppReference,
  storageReadPermission,
} from '@internal/plugin-ceph-common';
import {
  type MaintenanceActionOptions,
  readOnlyAction,
} from './MaintenanceActionOptions';

/** `what-depends-on-node`: apps and volumes that a machine's going down affects. */
export function registerWhatDependsOnNode({
  registry,
  requireRead,
  maintenance,
}: MaintenanceActionOptions) {
  registry.register({
    name: 'what-depends-on-node',
    title: 'What depends on this node?',
    description:
      'Lists what happens to apps while a machine (Kubernetes node) is down: apps that stop, with the reason; apps whose data has fewer copies; apps that move to another machine; and volumes whose data exists on this machine only. Each app comes with its owner.',
    attributes: readOnlyAction,
    visibilityPermission: storageReadPermission,
    schema: {
      input: z =>
        z.object({
          platform: z.string().describe('Id of the platform'),
          cluster: z.string().describe('Name of the cluster'),
          node: z.string().describe('Kubernetes node name'),
        }),
      output: z => {
        const app = z.object({
          name: z.string(),
          namespace: z.string(),
          entityRef: z
            .string()
            .optional()
            .describe('Absent where the catalog has no such app'),
          owner: z.string().optional(),
        });
        return z.object({
          stopping: z.array(app.extend({ reason: z.string() })),
          lessRedundant: z.array(app),
          moving: z.array(app),
          localVolumes: z.array(
            z.object({
              name: z.string(),
              claim: z.string().optional(),
              sizeBytes: z.number(),
              apps: z.array(app),
            }),
          ),
        });
      },
    },
    action: async ({ input, credentials }) => {
      await requireRead(credentials);
      const { platform, cluster, node } = input;
      const { dependents } = maintenance.node(platform, cluster, node);
      return {
        output: {
          stopping: dependents.stopping.map(({ app, reason }) => ({
            ...toApp(app),
            reason,
          })),
          lessRedundant: dependents.lessRedundant.map(toApp),
          moving: dependents.moving.map(toApp),
          localVolumes: dependents.localVolumes.map(
            ({ name, claim, sizeBytes, apps }) => ({
              name,
              claim: claim && `${claim.namespace}/${claim.name}`,
              sizeBytes,
              apps: apps.map(toApp),
            }),
          ),
        },
      };
    },
  });
}

function toApp({ name, namespace, entityRef, owner }: AppReference) {
  return { name, namespace, entityRef, owner };
}
