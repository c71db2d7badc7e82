import type { z } from 'zod';
import type { Manifest } from '../manifests/Manifest';
import type { Reading } from '../Reading';

/** What a schema makes of an object; `undefined`, with a finding, where it does not fit. */
export function parseManifest<T extends z.ZodType>(
  reading: Reading,
  schema: T,
  { kind, name, value, source }: Manifest,
  place: { cluster: string; app?: string },
): z.output<T> | undefined {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  reading.report(
    {
      code: 'invalid-manifest',
      severity: 'error',
      message: `${kind} ${name} is not valid: ${issue.path.join('.')}: ${issue.message}.`,
      fix: 'Correct the field.',
      cluster: place.cluster,
      ...(place.app === undefined ? {} : { app: place.app }),
    },
    source,
  );
  return undefined;
}
