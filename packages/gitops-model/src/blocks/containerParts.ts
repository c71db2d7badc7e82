import { z } from 'zod';
import { isRecord } from '../read/isRecord';
import type { Resources, Variable } from './workload';

const quantities = z
  .record(z.string(), z.coerce.string())
  .nullish()
  .transform(value => value ?? {});
const resourcesSchema = z.object({ requests: quantities, limits: quantities });
const variableSchema = z.object({
  name: z.string(),
  value: z.coerce.string().optional(),
  valueFrom: z.unknown().optional(),
});

/** Requests and limits of a container, none where it says none. */
export function resourcesOf(value: unknown): Resources {
  return resourcesSchema.safeParse(value).data ?? { requests: {}, limits: {} };
}

/** Variables of a container, as a list or as a map of names. */
export function variablesOf(env: unknown): Variable[] {
  if (Array.isArray(env)) {
    return env.flatMap((entry, key): Variable[] => {
      const { data } = variableSchema.safeParse(entry);
      if (!data) return [];
      const { name, value = '' } = data;
      return [
        data.valueFrom === undefined ? { name, value, key } : { name, key },
      ];
    });
  }
  if (!isRecord(env)) return [];
  return Object.entries(env).map(([name, value]) =>
    isPlain(value)
      ? { name, value: String(value), key: name }
      : { name, key: name },
  );
}

function isPlain(value: unknown): value is string | number | boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}
