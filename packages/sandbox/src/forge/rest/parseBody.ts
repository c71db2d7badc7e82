import type { z } from 'zod';
import { ForgeError } from '../model/ForgeError';

/** Reads the body of a request; refuses as GitHub's schema check does. */
export function parseBody<TSchema extends z.ZodType>(
  schema: TSchema,
  body: unknown,
): z.output<TSchema> {
  const parsed = schema.safeParse(body ?? {});
  if (parsed.success) {
    return parsed.data;
  }
  const sentences = parsed.error.issues.map(issue =>
    issue.code === 'invalid_type' && issue.input === undefined
      ? `"${issue.path.join('/')}" wasn't supplied.`
      : `For 'properties/${issue.path.join('/')}': ${issue.message}.`,
  );
  throw new ForgeError({
    message: `Invalid request.\n\n${sentences.join('\n')}`,
    graphqlType: 'UNPROCESSABLE',
    status: 422,
  });
}
