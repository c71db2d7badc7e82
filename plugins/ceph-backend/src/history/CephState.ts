import {
  cephDetailSchema,
  cephHealthSchema,
} from '@internal/plugin-ceph-common';
import { z } from 'zod';

/** What is remembered of a Ceph cluster over restarts. */
export const cephStateSchema = z.object({
  detail: cephDetailSchema,
  health: cephHealthSchema,
  /** ISO 8601; since when health is this. */
  since: z.string(),
  /** The last health that was not unknown, and when it was last so. */
  lastKnown: z
    .object({ health: cephHealthSchema, observedAt: z.string() })
    .optional(),
  /** ISO 8601 by code; when each reason was first seen. */
  reasons: z.record(z.string(), z.string()),
  /** ISO 8601 by flag and scope. */
  flags: z.record(z.string(), z.string()),
});
export type CephState = z.infer<typeof cephStateSchema>;
