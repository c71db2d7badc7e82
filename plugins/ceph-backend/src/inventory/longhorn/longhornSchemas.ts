import { z } from 'zod';

const text = z.string().default('');

export const longhornVolumeSchema = z.object({
  /** Also the handle of the PersistentVolume. */
  metadata: z.object({ name: z.string() }),
  spec: z.object({ numberOfReplicas: z.number().default(0) }).prefault({}),
  status: z
    .object({
      /** `attached`, `detached`, or on the way between them. */
      state: text,
      /** `unknown` while it is detached. */
      robustness: text,
    })
    .prefault({}),
});

/** Longhorn's Volume, as far as it is used. */
export type LonghornVolume = z.output<typeof longhornVolumeSchema>;

export const replicaSchema = z.object({
  spec: z.object({
    volumeName: z.string(),
    /** Empty until it has a place. */
    nodeID: text,
    /** When it had all data for the first time since it was last filled. */
    healthyAt: text,
    /** When it was found to be of no use; empty while it is. */
    failedAt: text,
    /** Not those of a volume that is on its way to another machine. */
    active: z.boolean().default(true),
  }),
  status: z.object({ currentState: text }).prefault({}),
});

/** Longhorn's Replica, as far as it is used. */
export type Replica = z.output<typeof replicaSchema>;
