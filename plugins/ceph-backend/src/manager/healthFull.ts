import { z } from 'zod';

const messageSchema = z.looseObject({ message: z.string() });

const checkSchema = z.looseObject({
  type: z.string(),
  severity: z.string(),
  summary: messageSchema,
  detail: z.array(messageSchema).default([]),
  muted: z.boolean().default(false),
});

const poolSchema = z.looseObject({
  pool: z.number(),
  pool_name: z.string(),
  /** 1: replicated, 3: erasure coded. */
  type: z.union([z.number(), z.string()]),
  size: z.number(),
  min_size: z.number(),
  crush_rule: z.union([z.number(), z.string()]),
  pg_num: z.number(),
  application_metadata: z
    .union([z.record(z.string(), z.unknown()), z.array(z.string())])
    .default({}),
});

const latestSchema = z.looseObject({ latest: z.number() });

const statefulPoolSchema = poolSchema.extend({
  stats: z
    .looseObject({
      stored: latestSchema.optional(),
      max_avail: latestSchema.optional(),
    })
    .optional(),
  pg_status: z.record(z.string(), z.number()).optional(),
});

const crushSchema = z.looseObject({
  buckets: z.array(
    z.looseObject({
      id: z.number(),
      name: z.string(),
      items: z.array(z.looseObject({ id: z.number() })),
    }),
  ),
  rules: z.array(
    z.looseObject({
      rule_id: z.number(),
      rule_name: z.string(),
      steps: z.array(
        z.looseObject({
          op: z.string(),
          item: z.number().optional(),
          item_name: z.string().optional(),
          type: z.string().optional(),
        }),
      ),
    }),
  ),
});
export type Crush = z.output<typeof crushSchema>;

const osdMapSchema = z.looseObject({
  fsid: z.string(),
  flags_set: z.array(z.string()),
  crush_node_flags: z.record(z.string(), z.array(z.string())).default({}),
  device_class_flags: z.record(z.string(), z.array(z.string())).default({}),
  nearfull_ratio: z.number(),
  backfillfull_ratio: z.number(),
  full_ratio: z.number(),
  osds: z.array(
    z.looseObject({
      osd: z.number(),
      up: z.number(),
      in: z.number(),
      state: z.array(z.string()).default([]),
    }),
  ),
  pools: z.array(poolSchema),
  tree: z.looseObject({
    nodes: z.array(
      z.looseObject({
        id: z.number(),
        name: z.string(),
        type: z.string(),
        device_class: z.string().optional(),
        children: z.array(z.number()).optional(),
      }),
    ),
  }),
  crush: crushSchema,
  osd_metadata: z
    .record(
      z.string(),
      z.looseObject({
        hostname: z.string().optional(),
        devices: z.string().optional(),
        device_ids: z.string().optional(),
        bluestore_bdev_size: z.string().optional(),
        ceph_version_short: z.string().optional(),
      }),
    )
    .default({}),
});
export type OsdMap = z.output<typeof osdMapSchema>;

const monStatusSchema = z.looseObject({
  quorum: z.array(z.number()),
  monmap: z.looseObject({
    fsid: z.string(),
    mons: z.array(z.looseObject({ name: z.string(), rank: z.number() })),
  }),
});

const fsMapSchema = z.looseObject({
  standbys: z.array(z.looseObject({ name: z.string() })),
  filesystems: z.array(
    z.looseObject({
      mdsmap: z.looseObject({
        fs_name: z.string(),
        failed: z.array(z.number()).default([]),
        damaged: z.array(z.number()).default([]),
        data_pools: z.array(z.number()).optional(),
        info: z.record(
          z.string(),
          z.looseObject({ name: z.string(), state: z.string() }),
        ),
      }),
    }),
  ),
});

/**
 * `GET /api/health/full`, from Pacific on, as far as it is used. The manager
 * leaves out what the user's role may not read: that is what every absent key
 * means.
 */
export const healthFullSchema = z.looseObject({
  health: z.looseObject({
    status: z.string(),
    checks: z.array(checkSchema),
  }),
  mon_status: monStatusSchema.optional(),
  fs_map: fsMapSchema.optional(),
  osd_map: osdMapSchema.optional(),
  pools: z.array(statefulPoolSchema).optional(),
  pg_info: z
    .looseObject({
      statuses: z.record(z.string(), z.number()),
      object_stats: z.looseObject({
        num_objects: z.number(),
        num_objects_degraded: z.number(),
        num_objects_misplaced: z.number(),
        num_objects_unfound: z.number(),
      }),
    })
    .optional(),
  df: z
    .looseObject({
      stats: z.looseObject({
        total_bytes: z.number(),
        total_used_raw_bytes: z.number(),
      }),
    })
    .optional(),
  client_perf: z
    .looseObject({
      read_bytes_sec: z.number(),
      write_bytes_sec: z.number(),
      read_op_per_sec: z.number(),
      write_op_per_sec: z.number(),
      recovering_bytes_per_sec: z.number(),
    })
    .optional(),
  mgr_map: z
    .looseObject({
      active_name: z.string(),
      standbys: z.array(z.looseObject({ name: z.string() })),
    })
    .optional(),
});
export type HealthFull = z.output<typeof healthFullSchema>;
