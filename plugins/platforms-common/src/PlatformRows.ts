import { z } from 'zod';

/** Where in the repository something is written. */
const place = z.object({
  file: z.string(),
  /** 1-based. */
  line: z.number(),
  /** Web address at the forge, at the commit that was read; http or https only. */
  url: z.string(),
});

/** An app with its catalog entity, where it has one. */
const appLink = z.object({
  name: z.string(),
  entityRef: z.string().optional(),
  /** Entity ref of the owner. */
  owner: z.string().optional(),
});

/** Row of `GET /platforms/:id/units`. */
export const unitRowSchema = z.object({
  name: z.string(),
  cluster: z.string(),
  engine: z.enum(['argocd', 'flux']),
  /** `declared`: no root reaches it. `wired`: reached, and cannot be built. */
  state: z.enum(['declared', 'wired', 'buildable']),
  orchestrator: z.boolean(),
  suspended: z.boolean(),
  app: appLink,
  namespace: z.string().optional(),
  project: z.string().optional(),
  pattern: z.string().optional(),
  charts: z.array(z.object({ chart: z.string(), version: z.string() })),
  source: place,
});
export type UnitRow = z.infer<typeof unitRowSchema>;

/** Row of `GET /platforms/:id/findings`. */
export const findingRowSchema = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  message: z.string(),
  fix: z.string().optional(),
  cluster: z.string().optional(),
  app: appLink.optional(),
  source: place.optional(),
});
export type FindingRow = z.infer<typeof findingRowSchema>;

/** Row of `GET /platforms/:id/hosts`. */
export const hostRowSchema = z.object({
  host: z.string(),
  cluster: z.string(),
  routes: z.array(
    z.object({ kind: z.string(), name: z.string().optional(), source: place }),
  ),
  gateways: z.array(
    z.object({
      name: z.string(),
      namespace: z.string(),
      section: z.string().optional(),
      entityRef: z.string().optional(),
    }),
  ),
  apps: z.array(appLink),
});
export type HostRow = z.infer<typeof hostRowSchema>;

/** Row of `GET /platforms/:id/secrets`: one key of a store, with all that read it. Never a value. */
export const secretRowSchema = z.object({
  cluster: z.string(),
  /** `ClusterSecretStore/vault-backend`. */
  store: z.string(),
  key: z.string(),
  property: z.string().optional(),
  consumers: z.array(
    z.object({
      /** Name of the ExternalSecret. */
      externalSecret: z.string(),
      namespace: z.string().optional(),
      app: appLink,
      source: place,
    }),
  ),
});
export type SecretRow = z.infer<typeof secretRowSchema>;

/**
 * Page of an answer. All of these routes take `offset`, `limit` (default 50,
 * at most 500), `q` (words that must all occur in a row) and `cluster`;
 * `/units` also `state`, `/findings` also `severity`, `code` and `app`.
 */
export function pageSchema<T extends z.ZodType>(row: T) {
  return z.object({
    items: z.array(row),
    /** Rows that fit, of which `items` is a part. */
    total: z.number(),
    /** Values that occur in all rows of the platform, for filters, with their number. */
    facets: z.record(
      z.string(),
      z.array(z.object({ value: z.string(), count: z.number() })),
    ),
  });
}
export interface Page<Row> {
  items: Row[];
  total: number;
  facets: Record<string, { value: string; count: number }[]>;
}
