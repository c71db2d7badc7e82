import { z } from 'zod';
import type { ResourceType } from './resourceTypes';
import {
  type ObjectFilter,
  parseFieldSelector,
  parseLabelSelector,
} from './selectors';

const flag = z
  .enum(['', '1', 'true', '0', 'false'])
  .default('false')
  .transform(value => value !== '0' && value !== 'false');

const querySchema = z.object({
  labelSelector: z.string().default(''),
  fieldSelector: z.string().default(''),
  limit: z.coerce.number().int().min(0).default(0),
  continue: z.string().default(''),
  watch: flag,
  allowWatchBookmarks: flag,
  resourceVersion: z.string().default(''),
  timeoutSeconds: z.coerce.number().min(0).optional(),
});

/** What a list or watch asks for. */
export interface ListQuery extends z.infer<typeof querySchema> {
  matches: ObjectFilter;
}

export type ReadListQuery =
  { ok: true; query: ListQuery } | { ok: false; message: string };

/** Reads the query of a list or watch; the message is what the API server would say. */
export function readListQuery(
  query: unknown,
  type: ResourceType,
): ReadListQuery {
  const parsed = querySchema.safeParse(query);
  if (!parsed.success) {
    return { ok: false, message: z.prettifyError(parsed.error) };
  }
  const labels = parseLabelSelector(parsed.data.labelSelector);
  if (!labels.ok) {
    return labels;
  }
  const fields = parseFieldSelector(parsed.data.fieldSelector, type);
  if (!fields.ok) {
    return fields;
  }
  return {
    ok: true,
    query: {
      ...parsed.data,
      matches: object => labels.matches(object) && fields.matches(object),
    },
  };
}
