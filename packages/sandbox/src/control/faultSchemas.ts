import { z } from 'zod';
import { faultKinds, faultSystems } from '../world/faults';

/** An empty field of a form counts as one that is not there. */
const optionalNumber = (minimum: number, maximum: number) =>
  z.preprocess(
    value => (value === '' ? undefined : value),
    z.coerce.number().int().min(minimum).max(maximum).optional(),
  );

/** A fault as the form and the API give it. */
export const faultRequestSchema = z.object({
  system: z.enum(faultSystems),
  kind: z.enum(faultKinds),
  delayMs: optionalNumber(0, 600_000),
  times: optionalNumber(1, 1_000_000),
  match: z.preprocess(
    value => (value === '' ? undefined : value),
    z.string().max(200).optional(),
  ),
});

/** Which faults to clear; all of them when nothing is given. */
export const faultSelectionSchema = z.object({
  system: z.enum(faultSystems).optional(),
  id: z.string().optional(),
});
