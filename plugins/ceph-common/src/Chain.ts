import { z } from 'zod';
import { storageSourceStateSchema } from './Reading';

export const chainKindSchema = z.enum([
  'node',
  'disk',
  'osd',
  'pool',
  'nfs-server',
  'volume',
  'claim',
  'app',
  'owner',
]);
export type ChainKind = z.infer<typeof chainKindSchema>;

/** What proves a link. `none`: likely, and drawn as unproven. */
export const chainProofSchema = z.enum([
  /** The machine's own list of disks has it. */
  'machine',
  /** Serial number of the disk in Ceph's device id, and of the machine's disk. */
  'serial',
  'wwn',
  /** Kernel name and a second witness: the same size, or BlueStore's own label on the partition. */
  'device-and-witness',
  /** Pod of the OSD runs there, or Ceph's own metadata name the machine. */
  'placement',
  'crush',
  /** The volume's own handle names the pool. */
  'handle',
  'claim-reference',
  'mount',
  'local-path',
  /** Longhorn's own resource of a complete replica names the machine. */
  'replica',
  'ownership',
  'none',
]);
export type ChainProof = z.infer<typeof chainProofSchema>;

export const chainItemSchema = z.object({
  /** Unique in the chain, such as `osd:pitower/3`. */
  id: z.string(),
  kind: chainKindSchema,
  label: z.string(),
  /** A second line: model and serial of a disk, size of a volume. */
  detail: z.string().optional(),
  state: z.enum(['ok', 'degraded', 'down', 'unknown']),
  cluster: z.string().optional(),
  entityRef: z.string().optional(),
});
export type ChainItem = z.infer<typeof chainItemSchema>;

export const chainLinkSchema = z.object({
  /** Nearer to the machine. */
  from: z.string(),
  to: z.string(),
  proof: chainProofSchema,
});
export type ChainLink = z.infer<typeof chainLinkSchema>;

/** A part of the graph machine → disk → OSD → pool → volume → claim → app → owner. */
export const chainSchema = z.object({
  items: z.array(chainItemSchema),
  links: z.array(chainLinkSchema),
  /** So many items of a kind were left out because there are too many. */
  leftOut: z.array(z.object({ kind: chainKindSchema, count: z.number() })),
  sources: z.array(storageSourceStateSchema),
});
export type Chain = z.infer<typeof chainSchema>;
