import { status } from '@grpc/grpc-js';
import { z } from 'zod';
import { ApiError } from '../wire/ApiError';
import type { CosiResource } from './CosiResource';

const [exists, equal, notExists, isIn] = [0, 1, 2, 3];

const termSchema = z.object({
  key: z.string().default(''),
  op: z.number().default(0),
  value: z.array(z.string()).default([]),
  invert: z.boolean().default(false),
});

/** How lists and watches choose among the resources of a type. */
export const resourceQuerySchema = z.object({
  label_query: z
    .array(z.object({ terms: z.array(termSchema).default([]) }))
    .default([]),
  id_query: z.object({ regexp: z.string().default('') }).optional(),
});
export type ResourceQuery = z.infer<typeof resourceQuerySchema>;

/** Any of the label queries has to match, with all of its terms, and the id. */
export function createMatcher(
  query: ResourceQuery,
): (resource: CosiResource) => boolean {
  const id = query.id_query && compile(query.id_query.regexp);
  for (const { op } of query.label_query.flatMap(({ terms }) => terms)) {
    if (op > isIn) {
      throw new ApiError(
        status.UNIMPLEMENTED,
        `the simulator compares no labels by operation ${op}`,
      );
    }
  }
  return resource =>
    (id === undefined || id.test(resource.id)) &&
    (query.label_query.length === 0 ||
      query.label_query.some(({ terms }) =>
        terms.every(term => matches(term, resource.labels)),
      ));
}

function matches(
  { key, op, value, invert }: z.infer<typeof termSchema>,
  labels: Record<string, string>,
): boolean {
  const label = labels[key];
  if (op === notExists) {
    return (label === undefined) !== invert;
  }
  const found =
    label !== undefined &&
    (op === exists ||
      (op === equal && label === value[0]) ||
      (op === isIn && value.includes(label)));
  return found !== invert;
}

function compile(pattern: string): RegExp {
  try {
    return new RegExp(pattern);
  } catch {
    throw new ApiError(
      status.INVALID_ARGUMENT,
      `error parsing regexp: ${pattern}`,
    );
  }
}
