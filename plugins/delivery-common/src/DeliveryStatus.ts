import { z } from 'zod';

/** What the GitOps engine says of one deployment unit. */
export const deliveryUnitSchema = z.object({
  platform: z.string(),
  cluster: z.string(),
  engine: z.enum(['argocd', 'flux']),
  /** Argo CD: Application name. */
  name: z.string(),
  /** Argo CD: namespace the Application object itself lies in. */
  namespace: z.string().optional(),
  project: z.string().optional(),
  destinationNamespace: z.string().optional(),
  sync: z.enum(['synced', 'out-of-sync', 'unknown']),
  health: z.enum([
    'healthy',
    'progressing',
    'degraded',
    'suspended',
    'missing',
    'unknown',
  ]),
  /** Git commit last synced, 40 hexadecimal digits. */
  revision: z.string().optional(),
  /** ISO 8601. */
  syncedAt: z.string().optional(),
  message: z.string().optional(),
  /** Link into the engine's own UI; http or https only. */
  url: z.string().optional(),
  images: z.array(z.string()),
  history: z.array(
    z.object({
      id: z.number(),
      revision: z.string(),
      deployedAt: z.string(),
    }),
  ),
});
export type DeliveryUnit = z.infer<typeof deliveryUnitSchema>;

/**
 * Last reading of one engine. After a failure `units` are those of the last
 * good reading, and `failure` says since when and why nothing newer is known.
 */
export const deliverySnapshotSchema = z.object({
  platform: z.string(),
  cluster: z.string(),
  /** When `units` were read; absent where there never was a good reading. */
  observedAt: z.string().optional(),
  units: z.array(deliveryUnitSchema),
  failure: z.object({ since: z.string(), reason: z.string() }).optional(),
});
export type DeliverySnapshot = z.infer<typeof deliverySnapshotSchema>;

/** Answer of `GET /snapshots`, narrowed by `platform`, `cluster`, `unit`. */
export const deliverySnapshotListSchema = z.object({
  items: z.array(deliverySnapshotSchema),
});
