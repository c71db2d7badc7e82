import { z } from 'zod';

const texts = z.record(z.string(), z.string()).default({});

export const claimSchema = z.object({
  metadata: z.object({
    name: z.string(),
    namespace: z.string(),
    uid: z.string().optional(),
    labels: texts,
    annotations: texts,
  }),
  spec: z
    .object({
      volumeName: z.string().optional(),
      storageClassName: z.string().optional(),
      /** What it is filled from. */
      dataSourceRef: z
        .object({
          apiGroup: z.string().nullish(),
          kind: z.string(),
          name: z.string(),
        })
        .nullish(),
    })
    .prefault({}),
  status: z.object({ phase: z.string().default('Unknown') }).prefault({}),
});

/** A PersistentVolumeClaim, as far as it is used. */
export type Claim = z.output<typeof claimSchema>;
