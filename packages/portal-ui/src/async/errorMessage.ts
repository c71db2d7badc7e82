import { ResponseError } from '@backstage/errors';

/** The sentence an error has for people; a server's own, where it sent one. */
export function errorMessage(error: Error): string {
  return error instanceof ResponseError && error.cause.message
    ? error.cause.message
    : error.message;
}
