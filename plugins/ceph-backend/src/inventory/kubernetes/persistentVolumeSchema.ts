import { z } from 'zod';

const texts = z.record(z.string(), z.string()).default({});

const requirementSchema = z.object({
  key: z.string(),
  operator: z.string(),
  values: z.array(z.string()).default([]),
});

const termSchema = z.object({
  matchExpressions: z.array(requirementSchema).default([]),
  matchFields: z.array(requirementSchema).default([]),
});

export const persistentVolumeSchema = z.object({
  metadata: z.object({
    name: z.string(),
    labels: texts,
    annotations: texts,
  }),
  spec: z.object({
    capacity: z.object({ storage: z.string() }).partial().default({}),
    accessModes: z.array(z.string()).default([]),
    storageClassName: z.string().optional(),
    claimRef: z
      .object({
        namespace: z.string(),
        name: z.string(),
        uid: z.string().optional(),
      })
      .optional(),
    nodeAffinity: z
      .object({
        required: z
          .object({ nodeSelectorTerms: z.array(termSchema).default([]) })
          .optional(),
      })
      .optional(),
    csi: z
      .object({
        driver: z.string(),
        volumeHandle: z.string(),
        volumeAttributes: texts,
      })
      .optional(),
    nfs: z.object({ server: z.string(), path: z.string() }).optional(),
    local: z.object({ path: z.string() }).optional(),
    hostPath: z.object({ path: z.string() }).optional(),
  }),
  status: z.object({ phase: z.string().default('Unknown') }).prefault({}),
});

/** A PersistentVolume, as far as it is used. */
export type PersistentVolume = z.output<typeof persistentVolumeSchema>;
