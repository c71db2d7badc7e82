import { z } from 'zod';
import { sourceStateSchema } from './TalosNode';

/** A pod on a machine, and the app of the catalog it belongs to. */
export const workloadSchema = z.object({
  platform: z.string(),
  cluster: z.string(),
  node: z.string(),
  namespace: z.string(),
  pod: z.string(),
  phase: z.enum(['Pending', 'Running', 'Succeeded', 'Failed', 'Unknown']),
  ready: z.boolean(),
  /** Absent where no app of the catalog claims it, or the catalog was not read. */
  app: z
    .object({
      name: z.string(),
      /** Component. */
      entityRef: z.string(),
      /** Entity ref. */
      owner: z.string().optional(),
    })
    .optional(),
  /** Who made it, such as a `Deployment`; absent where nobody did. */
  controller: z.object({ kind: z.string(), name: z.string() }).optional(),
});
export type Workload = z.infer<typeof workloadSchema>;

/**
 * `GET /workloads?platform=&cluster=&node=`: pods that are on a machine, from
 * the shared snapshot; those that ended are left out.
 */
export const workloadListSchema = z.object({
  items: z.array(workloadSchema),
  clusters: z.array(
    z.object({
      platform: z.string(),
      cluster: z.string(),
      /** Without `observedAt` they were never read, and no item says nothing. */
      pods: sourceStateSchema.omit({ source: true }),
      /** As `pods`, of the catalog: without `observedAt` no item has an app, though it may belong to one. */
      apps: sourceStateSchema.omit({ source: true }),
    }),
  ),
});
export type WorkloadList = z.infer<typeof workloadListSchema>;
