import { z } from 'zod';
import { appReferenceSchema } from './AppReference';

/** `unknown` wherever freshness is not proven; see `lastKnown`. */
export const cephHealthSchema = z.enum([
  'ok',
  'warning',
  'critical',
  'unknown',
]);
export type CephHealth = z.infer<typeof cephHealthSchema>;

/** What a check means for the data. */
export const dataRiskSchema = z.enum([
  'none',
  /** Fewer copies than wanted; all can be read and written. */
  'less-redundant',
  /** Some cannot be read or written right now. */
  'blocked',
  /** Some may be lost or damaged. */
  'damaged',
]);
export type DataRisk = z.infer<typeof dataRiskSchema>;

/** One reason why storage is as it is; words for a code are in `checks/`. */
export const healthReasonSchema = z.object({
  /**
   * Ceph's own code, such as `OSD_DOWN`, or one of the portal's: lower case,
   * such as `quorum-lost`, `operator-silent`, `manager-stale`, `pgs-inactive`.
   */
  code: z.string(),
  severity: z.enum(['critical', 'warning', 'info']),
  dataRisk: dataRiskSchema,
  /** Somebody told Ceph to keep quiet of it. */
  muted: z.boolean(),
  /** ISO 8601; when the portal first saw it. */
  since: z.string().optional(),
  /** ISO 8601; given where this was last known then and may have changed since. */
  asOf: z.string().optional(),
  /** What Ceph wrote, line by line. */
  raw: z.array(z.string()),
  /** Whom it affects, as far as it is known. */
  affects: z.object({
    hosts: z.array(z.string()),
    osds: z.array(z.number()),
    pools: z.array(z.string()),
    apps: z.array(appReferenceSchema),
  }),
});
export type HealthReason = z.infer<typeof healthReasonSchema>;
