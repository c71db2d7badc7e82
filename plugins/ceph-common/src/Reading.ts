import { z } from 'zod';
import { sourceProblemSchema } from './sources/SourceProblem';

/** Where something about storage is known from. */
export const storageSourceSchema = z.enum([
  /** Rook's custom resources, over the Kubernetes API. */
  'rook',
  /** The REST API of Ceph's manager. */
  'ceph-manager',
  'prometheus',
  /** Pods, claims, volumes, budgets and nodes. */
  'kubernetes',
  /** Longhorn's custom resources, over the Kubernetes API. */
  'longhorn',
  /** Machines, disks and etcd. */
  'talos',
  /** Which app a pod belongs to, and who owns it. */
  'catalog',
]);
export type StorageSource = z.infer<typeof storageSourceSchema>;

/** How one source was last asked. Only `fresh` may turn anything green. */
export const storageSourceStateSchema = z.object({
  source: storageSourceSchema,
  state: z.enum([
    'fresh',
    /** It answers, with something old: Rook's operator is silent, or the manager lost the monitors. */
    'stale',
    'unreachable',
    'forbidden',
    'not-configured',
    /** It answers, and there is no such thing: no Rook on this cluster. */
    'absent',
  ]),
  /** ISO 8601; when what is shown was true. */
  observedAt: z.string().optional(),
  /** ISO 8601; since when it is not fresh. */
  since: z.string().optional(),
  problem: sourceProblemSchema.optional(),
});
export type StorageSourceState = z.infer<typeof storageSourceStateSchema>;

export const unreadReasonSchema = z.enum([
  'not-configured',
  'not-allowed',
  'not-reachable',
  /** What is known is too old to be relied on. */
  'stale',
  'not-reported',
  /** Too little history for a statement. */
  'too-early',
]);
export type UnreadReason = z.infer<typeof unreadReasonSchema>;

/** A value with its source and age, or the reason why there is none. */
export function readingSchema<T extends z.ZodType>(value: T) {
  return z.discriminatedUnion('known', [
    z.object({
      known: z.literal(true),
      value,
      source: storageSourceSchema,
      observedAt: z.string(),
    }),
    z.object({ known: z.literal(false), reason: unreadReasonSchema }),
  ]);
}
export type Reading<T> =
  | { known: true; value: T; source: StorageSource; observedAt: string }
  | { known: false; reason: UnreadReason };
