import { z } from 'zod';

/** One platform: what was read of its repository, when, and how it went. */
export const platformOverviewSchema = z.object({
  id: z.string(),
  title: z.string(),
  engine: z.enum(['argocd', 'flux']),
  clusters: z.array(z.string()),
  repositoryUrl: z.string(),
  branch: z.string(),
  /** The commit that was read last; absent before the first. */
  commit: z
    .object({
      id: z.string(),
      /** Web address at the forge; http or https only. */
      url: z.string(),
    })
    .optional(),
  /** ISO 8601; when the remote last said that this is the branch's commit. */
  observedAt: z.string().optional(),
  /** Seconds between two questions to the remote. */
  pollSeconds: z.number(),
  /** Present while the last try failed; what is shown is from `observedAt`. */
  failure: z
    .object({ code: z.string(), since: z.string(), reason: z.string() })
    .optional(),
  /** Absent before the first commit was read. */
  counts: z
    .object({
      apps: z.number(),
      hosts: z.number(),
      gateways: z.number(),
      externalSecrets: z.number(),
      secretStores: z.number(),
      volumeClaims: z.number(),
      databases: z.number(),
      loginClients: z.number(),
      nodes: z.number(),
      /** Declared in Git; `wired` of them are reached from a root; `buildable` of those can be built. */
      units: z.object({
        declared: z.number(),
        wired: z.number(),
        buildable: z.number(),
      }),
      findings: z.object({
        error: z.number(),
        warning: z.number(),
        info: z.number(),
      }),
    })
    .optional(),
});
export type PlatformOverview = z.infer<typeof platformOverviewSchema>;

/** Answer of `GET /platforms`. */
export const platformOverviewListSchema = z.object({
  items: z.array(platformOverviewSchema),
});
