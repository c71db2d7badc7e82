import { z } from 'zod';
import { appReferenceSchema } from './AppReference';
import { storageSourceStateSchema } from './Reading';
import { volumeSchema } from './Volume';

/** From worst to best: `unsafe`, `unknown`, `safe-after-steps`, `safe`. */
export const maintenanceVerdictSchema = z.enum([
  'unsafe',
  'unknown',
  'safe-after-steps',
  'safe',
]);
export type MaintenanceVerdict = z.infer<typeof maintenanceVerdictSchema>;

/** What is looked at before a machine goes down. */
export const maintenanceInputIdSchema = z.enum([
  /** Kubernetes' own store keeps a majority of healthy voters. */
  'etcd',
  /** Each placement group keeps enough copies without the machine's OSDs. */
  'osds',
  /** Ceph's monitors keep a majority. */
  'monitors',
  /** A manager or metadata server remains. */
  'ceph-daemons',
  /** Nothing is being repaired already. */
  'recovery',
  'disruption-budgets',
  /** Pods without a controller do not come back. */
  'bare-pods',
  /** Data that exists on this machine only. */
  'local-volumes',
  /** Pods that may run here only: by architecture, selector or affinity. */
  'bound-pods',
  /** The others have processors and memory left for what runs here. */
  'capacity',
  /** No other machine is down, cordoned or being drained. */
  'other-maintenance',
]);
export type MaintenanceInputId = z.infer<typeof maintenanceInputIdSchema>;

export const maintenanceInputSchema = z.object({
  id: maintenanceInputIdSchema,
  /** `step`: fine once a step is done. `not-applicable`: nothing of that kind here, and that is proven. */
  result: z.enum(['fine', 'step', 'blocks', 'unknown', 'not-applicable']),
  /** Closed list in `maintenance/reasons`; words for each are in the translations. */
  reason: z.string(),
  /** Numbers and names for the words, such as `{ healthy: 3, voters: 3, needed: 2 }`. */
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  /** Names of what it is about: pods, volumes, OSDs, machines. */
  subjects: z.array(z.string()),
  sources: z.array(storageSourceStateSchema),
});
export type MaintenanceInput = z.infer<typeof maintenanceInputSchema>;

/** Something to do, in order; shown to be copied, never run by the portal. */
export const maintenanceStepSchema = z.object({
  /** Closed list, such as `set-noout`, `cordon`, `drain`, `shut-down`, `wait-for-clean`, `uncordon`, `unset-noout`. */
  id: z.string(),
  when: z.enum(['before', 'during', 'after']),
  command: z.string().optional(),
});

/** May this machine go down? */
export const nodeVerdictSchema = z.object({
  platform: z.string(),
  cluster: z.string(),
  node: z.string(),
  verdict: maintenanceVerdictSchema,
  /** ISO 8601; of the oldest input that counts. */
  observedAt: z.string().optional(),
  inputs: z.array(maintenanceInputSchema),
  steps: z.array(maintenanceStepSchema),
});
export type NodeVerdict = z.infer<typeof nodeVerdictSchema>;

/** What depends on a machine. */
export const dependentsSchema = z.object({
  /** Apps whose data has fewer copies while it is down. */
  lessRedundant: z.array(appReferenceSchema),
  /** Apps that do not run while it is down. */
  stopping: z.array(
    z.object({
      app: appReferenceSchema,
      /** Closed list: `data-blocked`, `local-volume`, `bound-pod`, `bare-pod`, `no-capacity`. */
      reason: z.string(),
    }),
  ),
  /** Apps that move to another machine. */
  moving: z.array(appReferenceSchema),
  localVolumes: z.array(volumeSchema),
});
export type Dependents = z.infer<typeof dependentsSchema>;

/** All machines of a cluster one after another, as for a Talos upgrade. */
export const rollingPlanSchema = z.object({
  platform: z.string(),
  cluster: z.string(),
  verdicts: z.array(nodeVerdictSchema),
  /** In which order; each machine is back before the next goes down. */
  order: z.array(z.string()),
  /** Where it would stop, because that machine may not go down even then. */
  stopsAt: z.string().optional(),
});
export type RollingPlan = z.infer<typeof rollingPlanSchema>;
