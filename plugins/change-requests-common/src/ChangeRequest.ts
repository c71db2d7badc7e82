import { z } from 'zod';

const findingSchema = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  message: z.string(),
  fix: z.string().optional(),
  cluster: z.string().optional(),
  app: z.string().optional(),
  file: z.string().optional(),
  line: z.number().optional(),
  field: z.string().optional(),
});

/** A finding as it travels; `code` is one of the codes of `gitops-model`. */
export type FindingDto = z.infer<typeof findingSchema>;

const fileEditSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('create'), path: z.string(), after: z.string() }),
  z.object({
    kind: z.literal('change'),
    path: z.string(),
    before: z.string(),
    after: z.string(),
  }),
  z.object({ kind: z.literal('delete'), path: z.string(), before: z.string() }),
]);

/** One file of the change; texts are whole files. */
export type FileEditDto = z.infer<typeof fileEditSchema>;

/** Answer of `POST /previews`: the very change, before it is asked for. */
export const previewSchema = z.object({
  platform: z.string(),
  /** Commit of the GitOps repository that the edits apply to. */
  commit: z.string(),
  observedAt: z.string(),
  edits: z.array(fileEditSchema),
  findings: z.array(findingSchema),
  /** False while a finding of severity `error` stands. */
  submittable: z.boolean(),
});
export type Preview = z.infer<typeof previewSchema>;

/**
 * draft: stored, not yet on the forge. open, approved, merged, closed: what the
 * forge says. syncing, healthy: merged, and what delivery says of the app.
 * failed: needs somebody; `failure` says what and what next.
 */
export const changeRequestStates = [
  'draft',
  'open',
  'approved',
  'merged',
  'syncing',
  'healthy',
  'closed',
  'failed',
] as const;
export type ChangeRequestState = (typeof changeRequestStates)[number];

export const changeRequestSchema = z.object({
  id: z.string(),
  platform: z.string(),
  title: z.string(),
  /** Apps the operations name. */
  apps: z.array(z.string()),
  state: z.enum(changeRequestStates),
  /** Entity ref of the user who asked. */
  requester: z.string(),
  /** ISO 8601. */
  createdAt: z.string(),
  updatedAt: z.string(),
  template: z.object({ name: z.string(), version: z.string() }).optional(),
  pullRequest: z
    .object({
      number: z.number(),
      url: z.string(),
      branch: z.string(),
      /** Commit the branch head is at, as last seen. */
      headCommit: z.string().optional(),
      mergeCommit: z.string().optional(),
      /**
       * `as-planned`: the head has only commits of the portal, and the very
       * files of the plan. `edited`: anything else. Absent while this head was
       * not compared yet.
       */
      content: z.enum(['as-planned', 'edited']).optional(),
      /**
       * What checks say of the head, while it is open. `none`: there are none.
       * `unknown`: the forge does not tell. Absent while nothing was read yet.
       */
      checks: z
        .enum(['passed', 'failed', 'pending', 'none', 'unknown'])
        .optional(),
      /** Whether the base takes the head, while it is open; likewise. */
      merging: z.enum(['clean', 'conflict', 'unknown']).optional(),
    })
    .optional(),
  /** When the forge was last read; the state is as old as that. */
  observedAt: z.string().optional(),
  /** Why the last reading of forge or delivery failed, in a sentence. */
  staleReason: z.string().optional(),
  failure: z
    .object({
      /** Named error of the pull request protocol. */
      code: z.string(),
      message: z.string(),
      nextStep: z.string(),
      retryable: z.boolean(),
    })
    .optional(),
});
export type ChangeRequest = z.infer<typeof changeRequestSchema>;

export const timelineEventSchema = z.object({
  at: z.string(),
  /** Closed list, translated by the UI. */
  event: z.enum([
    'requested',
    'attempt-failed',
    'retried',
    'opened',
    'adopted',
    'updated',
    'approved',
    'merged',
    'closed',
    'synced',
    'healthy',
    'failed',
  ]),
  /** Who, where known: entity ref or forge login. */
  actor: z.string().optional(),
  detail: z.string().optional(),
});
export type TimelineEvent = z.infer<typeof timelineEventSchema>;

/** Answer of `GET /requests/:id`. */
export const changeRequestDetailSchema = changeRequestSchema.extend({
  baseCommit: z.string(),
  edits: z.array(fileEditSchema),
  findings: z.array(findingSchema),
  timeline: z.array(timelineEventSchema),
});
export type ChangeRequestDetail = z.infer<typeof changeRequestDetailSchema>;

/** Answer of `GET /requests`. */
export const changeRequestListSchema = z.object({
  items: z.array(changeRequestSchema),
  total: z.number(),
});

/** Answer of `GET /platforms`: what a form must know to offer choices. */
export const platformSummarySchema = z.object({
  id: z.string(),
  title: z.string(),
  clusters: z.array(z.string()),
  /** Absent: the repository could not be read; `problem` says why. */
  commit: z.string().optional(),
  observedAt: z.string().optional(),
  problem: z.string().optional(),
  /** Domains under which hosts can be published: `exitthecloud.eu`. */
  domains: z.array(z.string()),
  /** Purposes a volume can be asked for, and the storage class of each. */
  storagePurposes: z.array(z.object({ name: z.string(), class: z.string() })),
  /** Registries that have a proxy project, such as `docker.io`. */
  registries: z.array(z.string()),
  /** Categories a new app must lie in one of; none where the platform has none. */
  categories: z.array(z.string()),
  /** Who can be let reach a host, such as `internal`; none where every host is alike. */
  exposures: z.array(z.string()),
});
export type PlatformSummary = z.infer<typeof platformSummarySchema>;

/** One of `GET /platforms/:platform/apps`. */
export const appSummarySchema = z.object({
  name: z.string(),
  owner: z.string().optional(),
  category: z.string().optional(),
  /** Whether the caller may ask for changes of it. */
  changeable: z.boolean(),
});
export type AppSummary = z.infer<typeof appSummarySchema>;

/** Answer of `GET /platforms/:platform/apps`. */
export const appListSchema = z.object({ items: z.array(appSummarySchema) });

/**
 * Answer of `GET /platforms/:platform/apps/:app`: what forms start from, as far
 * as the layout of the app says it in Git. What it does not say is missing.
 */
export const appDescriptionSchema = z.object({
  app: z.string(),
  owner: z.string().optional(),
  workloads: z.array(
    z.object({
      name: z.string(),
      replicas: z.number().optional(),
      containers: z.array(
        z.object({
          name: z.string(),
          image: z.string().optional(),
          resources: z.object({
            cpuRequest: z.string().optional(),
            memoryRequest: z.string().optional(),
            cpuLimit: z.string().optional(),
            memoryLimit: z.string().optional(),
          }),
        }),
      ),
    }),
  ),
  routes: z.array(z.object({ host: z.string() })),
  charts: z.array(z.object({ name: z.string(), version: z.string() })),
});
export type AppDescription = z.infer<typeof appDescriptionSchema>;

/** What `POST /field-checks` looks at. */
export const fieldCheckSchema = z.object({
  platform: z.string().max(63),
  field: z.enum(['app', 'host', 'image', 'secretKey', 'callbackPath', 'path']),
  value: z.string().max(2000),
  /** Entity ref of the chosen owner, where one is chosen yet. */
  owner: z.string().max(253).optional(),
  app: z.string().max(253).optional(),
  /** Category of a new app, where one is chosen yet. */
  category: z.string().max(253).optional(),
});
export type FieldCheck = z.infer<typeof fieldCheckSchema>;

/** Answer of `POST /field-checks`. */
export const fieldCheckResultSchema = z.object({
  findings: z.array(findingSchema),
  /** Completions that would pass, at most 20: hosts, known store keys, … */
  suggestions: z.array(z.string()),
});
export type FieldCheckResult = z.infer<typeof fieldCheckResultSchema>;
