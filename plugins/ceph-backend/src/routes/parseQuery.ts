import { InputError } from '@backstage/errors';
import { z } from 'zod';

/** @throws InputError saying which parameter cannot be used. */
export function parseQuery<T>(schema: z.ZodType<T>, query: unknown): T {
  const parsed = schema.safeParse(query);
  if (!parsed.success) {
    throw new InputError(
      `The query cannot be used: ${z.prettifyError(parsed.error)}`,
    );
  }
  return parsed.data;
}
