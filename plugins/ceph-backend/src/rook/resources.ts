import { z } from 'zod';

const metadataSchema = z.looseObject({
  name: z.string(),
  namespace: z.string().default(''),
  labels: z.record(z.string(), z.string()).default({}),
});

const versionsSchema = z.record(z.string(), z.record(z.string(), z.number()));

/** Rook's CephCluster, as far as it is used; what Rook does not know it leaves out. */
export const cephClusterSchema = z.looseObject({
  metadata: metadataSchema,
  spec: z
    .looseObject({
      external: z.looseObject({ enable: z.boolean().optional() }).nullish(),
      healthCheck: z
        .looseObject({
          daemonHealth: z
            .looseObject({
              status: z
                .looseObject({
                  disabled: z.boolean().optional(),
                  interval: z.string().optional(),
                })
                .nullish(),
            })
            .nullish(),
        })
        .nullish(),
    })
    .default({}),
  status: z
    .looseObject({
      phase: z.string().optional(),
      message: z.string().optional(),
      ceph: z
        .looseObject({
          health: z.string().optional(),
          details: z
            .record(
              z.string(),
              z.looseObject({ severity: z.string(), message: z.string() }),
            )
            .default({}),
          lastChecked: z.string().optional(),
          lastChanged: z.string().optional(),
          capacity: z
            .looseObject({
              bytesTotal: z.number().optional(),
              bytesUsed: z.number().optional(),
              lastUpdated: z.string().optional(),
            })
            .optional(),
          versions: versionsSchema.optional(),
          fsid: z.string().optional(),
        })
        .optional(),
    })
    .default({}),
});
export type CephCluster = z.output<typeof cephClusterSchema>;

/** A CephBlockPool or CephFilesystem; both are what is wanted, not how it is. */
export const cephPartSchema = z.looseObject({
  metadata: metadataSchema,
  status: z.looseObject({ phase: z.string().optional() }).nullish(),
});
export type CephPart = z.output<typeof cephPartSchema>;

export const deploymentSchema = z.looseObject({
  metadata: metadataSchema,
  spec: z.looseObject({
    replicas: z.number().default(1),
    template: z
      .looseObject({
        spec: z
          .looseObject({
            nodeSelector: z.record(z.string(), z.string()).nullish(),
            containers: z
              .array(
                z.looseObject({
                  name: z.string(),
                  env: z
                    .array(
                      z.looseObject({
                        name: z.string(),
                        value: z.string().optional(),
                      }),
                    )
                    .nullish(),
                }),
              )
              .default([]),
          })
          .optional(),
      })
      .optional(),
  }),
  status: z.looseObject({ readyReplicas: z.number().optional() }).default({}),
});
export type Deployment = z.output<typeof deploymentSchema>;
