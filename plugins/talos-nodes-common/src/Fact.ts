import { z } from 'zod';

/** Where something is known from. */
export const factSourceSchema = z.enum([
  'smbios',
  'talos',
  'kubernetes',
  'nfd',
  'git',
  'prometheus',
]);
export type FactSource = z.infer<typeof factSourceSchema>;

/** Why something is not known. */
export const unknownReasonSchema = z.enum([
  /** The firmware of the board tells nothing of itself. */
  'no-smbios',
  /** The machine is a container, which has no hardware of its own. */
  'container',
  /** The certificate or token may not read it. */
  'not-allowed',
  /** The machine, or the API, did not answer. */
  'not-reachable',
  /** The machine's Talos does not tell it yet. */
  'too-old',
  /** No source that would know it is configured. */
  'not-configured',
  /** The source answered, and had no usable value. */
  'not-reported',
]);
export type UnknownReason = z.infer<typeof unknownReasonSchema>;

/** A value with its source, or the reason why there is none. Unknown is never zero or empty. */
export function factSchema<T extends z.ZodType>(value: T) {
  return z.discriminatedUnion('known', [
    z.object({
      known: z.literal(true),
      value,
      source: factSourceSchema,
      /** What the source said word for word, where that is not the value. */
      raw: z.string().optional(),
    }),
    z.object({ known: z.literal(false), reason: unknownReasonSchema }),
  ]);
}
export type Fact<T> =
  | { known: true; value: T; source: FactSource; raw?: string }
  | { known: false; reason: UnknownReason };
