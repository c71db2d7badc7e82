import { ResponseError } from '@backstage/errors';

/** Whether the catalog was not read yet since the portal started. */
export function isNotIndexed(error: Error): boolean {
  return (
    error instanceof ResponseError && error.cause.name === 'MissingIndexError'
  );
}
