import { ResponseError } from '@backstage/errors';

/** Whether the server refused because a permission is missing. */
export function isForbidden(error: Error): boolean {
  return (
    error.name === 'NotAllowedError' ||
    (error instanceof ResponseError && error.statusCode === 403)
  );
}
