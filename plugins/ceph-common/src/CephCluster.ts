import { z } from 'zod';
import { cephHealthSchema, healthReasonSchema } from './CephHealth';
import {
  readingSchema,
  storageSourceSchema,
  storageSourceStateSchema,
} from './Reading';

const count = z.number().int().nonnegative();

/** A Ceph cluster in lists, on cards and in the catalog. */
export const cephSummarySchema = z.object({
  platform: z.string(),
  /** Kubernetes cluster that it runs on, or that uses it from outside. */
  cluster: z.string(),
  /** Of the CephCluster resource. */
  namespace: z.string(),
  name: z.string(),
  entityRef: z.string(),
  fsid: z.string().optional(),
  /** This cluster only uses it; it runs where the other CephCluster of the same fsid is. */
  external: z.boolean(),
  health: cephHealthSchema,
  /** ISO 8601; since when health is this. */
  since: z.string().optional(),
  /** While health is unknown: what it was when it was last known. */
  lastKnown: z
    .object({ health: cephHealthSchema, observedAt: z.string() })
    .optional(),
  /** What each source says by itself, in Ceph's words such as `HEALTH_WARN`. */
  reported: z
    .array(
      z.object({
        source: storageSourceSchema,
        health: z.string(),
        observedAt: z.string(),
        /** It can be relied on now. */
        proven: z.boolean(),
      }),
    )
    .optional(),
  /** Worst first. */
  reasons: z.array(healthReasonSchema),
  /** Raw bytes, before replication. */
  capacity: readingSchema(
    z.object({ totalBytes: z.number(), usedBytes: z.number() }),
  ),
  osds: readingSchema(z.object({ total: count, up: count, in: count })),
  sources: z.array(storageSourceStateSchema),
});
export type CephSummary = z.infer<typeof cephSummarySchema>;

export const poolSchema = z.object({
  id: z.number(),
  name: z.string(),
  type: z.enum(['replicated', 'erasure']),
  /** Copies, or data and coding chunks together. */
  size: count,
  /** So many must be there for reading and writing. */
  minSize: count,
  /** CRUSH type over which copies are spread, such as `host`; absent where the rule cannot be summed up. */
  failureDomain: z.string().optional(),
  deviceClass: z.string().optional(),
  placementGroups: count,
  /** Of its placement groups, as Ceph names them; absent where only the sum of all pools is told. */
  states: z.array(z.object({ state: z.string(), count })).optional(),
  /** Bytes that clients stored. */
  storedBytes: readingSchema(z.number()),
  /** Bytes that clients may still store, until the first OSD is full. */
  availableBytes: readingSchema(z.number()),
  /** What uses it, such as `rbd` or `cephfs`. */
  applications: z.array(z.string()),
  /** OSDs its copies may lie on, by CRUSH; absent where the rule cannot be followed. */
  osds: z.array(z.number()).optional(),
});
export type Pool = z.infer<typeof poolSchema>;

export const osdSchema = z.object({
  id: z.number(),
  /** CRUSH host; Rook writes dashes for the dots of a node's name. */
  crushHost: z.string().optional(),
  /** Kubernetes node. */
  node: z.string().optional(),
  up: z.boolean(),
  in: z.boolean(),
  deviceClass: z.string().optional(),
  sizeBytes: readingSchema(z.number()),
  usedBytes: readingSchema(z.number()),
  commitLatencyMilliseconds: readingSchema(z.number()),
  /** Kernel names of its devices as Ceph tells them; may be a mapped one (`dm-0`). */
  devices: z.array(z.string()),
  /** `<vendor>_<model>_<serial>` of each, as Ceph's `device_ids` have it. */
  deviceIds: z.array(z.string()),
  /** `raw`, `lvm`, `encrypted` (dm-crypt) or on a claim. */
  form: z.enum(['raw', 'lvm', 'encrypted', 'claim', 'unknown']),
  entityRef: z.string(),
});
export type Osd = z.infer<typeof osdSchema>;

/** Everything known of one Ceph cluster. */
export const cephDetailSchema = cephSummarySchema.extend({
  /** Such as `18.2.7`, with the number of daemons of each. */
  versions: z.array(z.object({ version: z.string(), daemons: count })),
  usage: readingSchema(
    z.object({
      totalBytes: z.number(),
      usedBytes: z.number(),
      /** Shares of 1 at which Ceph warns, stops refilling and stops writing. */
      nearFull: z.number(),
      backfillFull: z.number(),
      full: z.number(),
    }),
  ),
  /** When the raw capacity would be full if use went on growing as it did. */
  forecast: readingSchema(
    z.object({
      bytesPerDay: z.number(),
      /** ISO 8601 dates between which nine of ten estimates lie; absent where use does not grow. */
      fullBetween: z
        .object({ earliest: z.string(), latest: z.string().optional() })
        .optional(),
      /** Days of history it rests on. */
      days: z.number(),
    }),
  ),
  pools: readingSchema(z.array(poolSchema)),
  placementGroups: readingSchema(
    z.object({
      /** As Ceph names them, such as `active+undersized+degraded`. */
      states: z.array(z.object({ state: z.string(), count })),
      clean: count,
      /** Active, with copies missing or misplaced. */
      degraded: count,
      recovering: count,
      /** Cannot be read or written. */
      inactive: count,
      objects: z.object({
        total: count,
        degraded: count,
        misplaced: count,
        unfound: count,
      }),
    }),
  ),
  osdList: readingSchema(z.array(osdSchema)),
  monitors: readingSchema(
    z.array(
      z.object({
        name: z.string(),
        node: z.string().optional(),
        inQuorum: z.boolean(),
      }),
    ),
  ),
  managers: readingSchema(
    z.object({
      active: z.string().optional(),
      standbys: z.array(z.string()),
      nodes: z.array(z.string()),
    }),
  ),
  filesystems: readingSchema(
    z.array(
      z.object({
        name: z.string(),
        /** Names of the pools that hold its files; absent where they are not told. */
        dataPools: z.array(z.string()).optional(),
        /** Of the metadata servers. */
        active: z.array(z.string()),
        standbys: z.array(z.string()),
        failed: count,
      }),
    ),
  ),
  activity: readingSchema(
    z.object({
      readBytesPerSecond: z.number(),
      writtenBytesPerSecond: z.number(),
      readsPerSecond: z.number(),
      writesPerSecond: z.number(),
      recoveredBytesPerSecond: z.number(),
    }),
  ),
  /** Such as `noout`; `scope` is the whole cluster, or a CRUSH node or OSD. */
  flags: readingSchema(
    z.array(
      z.object({
        flag: z.string(),
        scope: z.string().optional(),
        /** ISO 8601; when the portal first saw it. */
        since: z.string().optional(),
        /** ISO 8601; when whoever set it should have taken it away (Rook: 30 minutes). */
        expectedUntil: z.string().optional(),
      }),
    ),
  ),
});
export type CephDetail = z.infer<typeof cephDetailSchema>;

/** One point of a Ceph cluster's history; what was not known then is absent. */
export const cephSampleSchema = z.object({
  at: z.string(),
  health: cephHealthSchema,
  totalBytes: z.number().optional(),
  usedBytes: z.number().optional(),
  readBytesPerSecond: z.number().optional(),
  writtenBytesPerSecond: z.number().optional(),
  recoveredBytesPerSecond: z.number().optional(),
});
export type CephSample = z.infer<typeof cephSampleSchema>;
