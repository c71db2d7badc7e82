import { z } from 'zod';
import { factSchema, factSourceSchema, unknownReasonSchema } from './Fact';
import { diskClassSchema, hardwareSchema } from './Hardware';

const text = factSchema(z.string());

/** How one source was last asked about a machine. */
export const sourceStateSchema = z.object({
  source: factSourceSchema,
  /** ISO 8601; when it last answered. */
  observedAt: z.string().optional(),
  /** Present while it does not answer. */
  failure: z.object({ since: z.string(), reason: z.string() }).optional(),
});

export const nodeStateSchema = z.enum([
  'ready',
  /** Runs, and something is not as it should be. */
  'not-ready',
  /** Starts, is upgraded, or is shut down. */
  'changing',
  'unreachable',
  'unknown',
]);
export type NodeState = z.infer<typeof nodeStateSchema>;

/** The lists of a machine that may be unknown as a whole. */
export const nodeListNameSchema = z.enum([
  'addresses',
  'conditions',
  'diagnostics',
  'disks',
  'extensions',
  'links',
  'memoryModules',
  'partitions',
  'pciDevices',
  'processors',
  'services',
  'taints',
]);
export type NodeListName = z.infer<typeof nodeListNameSchema>;

/** What every list of machines shows. */
export const nodeSummarySchema = z.object({
  platform: z.string(),
  cluster: z.string(),
  /** Kubernetes node name; unique on its cluster. */
  name: z.string(),
  /** Catalog entity of the machine, such as `resource:default/pitower.worker-01`. */
  entityRef: z.string(),
  state: nodeStateSchema,
  /** Why it is not ready, a sentence each. */
  problems: z.array(z.string()),
  role: factSchema(z.enum(['controlplane', 'worker'])),
  addresses: z.array(z.string()),
  architecture: text,
  manufacturer: text,
  model: text,
  cores: factSchema(z.number()),
  threads: factSchema(z.number()),
  memoryInstalledBytes: factSchema(z.number()),
  memoryUsableBytes: factSchema(z.number()),
  disks: z.array(z.object({ class: diskClassSchema, sizeBytes: z.number() })),
  talosVersion: text,
  kubernetesVersion: text,
  kernelVersion: text,
  /** Image Factory schematic id, 64 hexadecimal digits. */
  schematic: text,
  extensions: z.array(z.object({ name: z.string(), version: z.string() })),
  /** Cordoned: takes no more pods. */
  unschedulable: factSchema(z.boolean()),
  /** As `key=value:effect`. */
  taints: z.array(z.string()),
  /** Lists that nobody told, with the reason; they are empty, and those that are not named here tell all there is. */
  unread: z.partialRecord(nodeListNameSchema, unknownReasonSchema).optional(),
  /** Of the oldest source that still counts; ISO 8601. */
  observedAt: z.string().optional(),
  /**
   * Where people say it stands, by the annotations `portal.internal/rack`,
   * `rack-unit` and `rack-height` of its catalog entity, else of its Node
   * object.
   */
  place: z
    .object({
      rack: z.string().optional(),
      unit: z.number().optional(),
      height: z.number().optional(),
    })
    .optional(),
});
export type NodeSummary = z.infer<typeof nodeSummarySchema>;

export const serviceSchema = z.object({
  name: z.string(),
  running: z.boolean(),
  /** Absent where it has no health check. */
  healthy: z.boolean().optional(),
});

/** Git says one thing, the machine another. */
export const deviationSchema = z.object({
  field: z.string(),
  desired: z.string(),
  actual: z.string(),
});

/** Everything known of one machine. */
export const nodeDetailSchema = nodeSummarySchema.extend({
  hardware: hardwareSchema,
  /** Talos' stage, such as `running`. */
  stage: text,
  bootedAt: text,
  /** Talos' own identity of the machine; persists. */
  nodeId: text,
  machineId: text,
  secureBoot: factSchema(z.boolean()),
  /** Redacted. */
  kernelArguments: text,
  timeSynchronized: factSchema(z.boolean()),
  /** Kubernetes' conditions, such as `MemoryPressure`. */
  conditions: z.array(
    z.object({
      type: z.string(),
      status: z.enum(['True', 'False', 'Unknown']),
      reason: z.string().optional(),
      message: z.string().optional(),
      since: z.string().optional(),
    }),
  ),
  services: z.array(serviceSchema),
  /** Ready-made warnings of Talos. */
  diagnostics: z.array(
    z.object({
      id: z.string(),
      message: z.string(),
      details: z.array(z.string()),
    }),
  ),
  /** How many pods are there, and of how many apps where the catalog was read; what they are stands at `GET /workloads`. */
  workloads: factSchema(
    z.object({ pods: z.number(), apps: z.number().optional() }),
  ).optional(),
  sources: z.array(sourceStateSchema),
  /** What the repository says of the machine, with file and line. */
  git: z
    .object({
      file: z.string(),
      line: z.number(),
      url: z.string(),
      deviations: z.array(deviationSchema),
    })
    .optional(),
});
export type NodeDetail = z.infer<typeof nodeDetailSchema>;

/** Something that changed between two snapshots of a machine. */
export const nodeChangeSchema = z.object({
  platform: z.string(),
  cluster: z.string(),
  node: z.string(),
  /** ISO 8601; when it was first seen. */
  at: z.string(),
  kind: z.enum([
    'appeared',
    'vanished',
    'version',
    'memory',
    'disk',
    'link',
    'processor',
    'state',
    'other',
  ]),
  /** What it is about, such as `DIMM B2` or `nvme0n1`. */
  subject: z.string(),
  before: z.string().optional(),
  after: z.string().optional(),
});
export type NodeChange = z.infer<typeof nodeChangeSchema>;

/** Etcd of a cluster, as its control plane tells it. */
export const etcdSchema = z.object({
  members: z.array(
    z.object({
      /** Decimal; may exceed what a JavaScript number holds. */
      id: z.string(),
      node: z.string(),
      learner: z.boolean(),
      leader: z.boolean(),
      databaseBytes: factSchema(z.number()),
      errors: z.array(z.string()),
    }),
  ),
  alarms: factSchema(
    z.array(z.object({ node: z.string(), alarm: z.string() })),
  ),
});

/** One cluster's machines, and how reading them goes. */
export const clusterStateSchema = z.object({
  platform: z.string(),
  cluster: z.string(),
  /** `kubernetes`: no talosconfig is given, so fewer fields are known. */
  sources: z.array(sourceStateSchema),
  etcd: factSchema(etcdSchema),
  /** Of the portal's own client certificate. */
  certificate: z
    .object({
      expiresAt: z.string(),
      roles: z.array(z.string()),
      /** A sentence, where it may do more than the portal needs or expires soon. */
      warning: z.string().optional(),
    })
    .optional(),
});
export type ClusterState = z.infer<typeof clusterStateSchema>;
