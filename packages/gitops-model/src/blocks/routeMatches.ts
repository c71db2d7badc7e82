import { z } from 'zod';

/** What a rule of a route matches by path: everything, where it does not say. */
export const routeMatches = z
  .array(z.object({ path: z.object({ value: z.string() }) }))
  .default([{ path: { value: '/' } }]);
