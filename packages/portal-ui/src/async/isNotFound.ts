import { ResponseError } from '@backstage/errors';

/** Whether the server knows no such thing. */
export function isNotFound(error: Error): boolean {
  return (
    error.name === 'NotFoundError' ||
    (error instanceof ResponseError && error.statusCode === 404)
  );
}
