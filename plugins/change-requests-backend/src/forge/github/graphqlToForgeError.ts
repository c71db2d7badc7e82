import { z } from 'zod';
import { ForgeError, type ForgeErrorCode } from '../ForgeError';
import { oneLine } from '../http/forgeSays';
import { readRetryAt } from '../http/toForgeError';

export const graphqlErrorSchema = z.object({
  type: z.string().optional(),
  message: z.string(),
  path: z.array(z.union([z.string(), z.number()])).optional(),
});
export type GraphqlError = z.infer<typeof graphqlErrorSchema>;

const codesByType: Record<string, ForgeErrorCode> = {
  FORBIDDEN: 'forbidden',
  INSUFFICIENT_SCOPES: 'forbidden',
  NOT_FOUND: 'not-found',
  RATE_LIMITED: 'rate-limited',
  SERVICE_UNAVAILABLE: 'unavailable',
  STALE_DATA: 'stale',
  UNPROCESSABLE: 'invalid',
};

/** Errors of a GraphQL answer; the first tells the code. */
export function graphqlToForgeError(
  errors: GraphqlError[],
  response: Response,
): ForgeError {
  const [{ type, message }] = errors;
  const known = type === undefined ? 'unavailable' : codesByType[type];
  // Two writers met: the other one's branch or pull request is there.
  const code =
    /already exists|expected .* to point to|is at .* but expected/i.test(
      message,
    )
      ? 'stale'
      : (known ?? 'invalid');
  if (code === 'rate-limited') {
    // GitHub's words name each call, and would tell one wait from the next.
    return new ForgeError(code, 'GitHub asks to wait before the next call', {
      retryAt: readRetryAt(response.headers) ?? Date.now() + 60_000,
    });
  }
  return new ForgeError(code, `GitHub says: ${oneLine(message)}`);
}
