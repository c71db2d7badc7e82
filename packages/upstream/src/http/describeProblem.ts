import type { HttpFailure } from './HttpFailure';

/** What went wrong and what to do, as the end of a sentence that names who was asked. */
export function describeProblem(failure: HttpFailure): string {
  switch (failure.reason) {
    case 'token-refused':
      return 'refused the token; give a valid one';
    case 'forbidden':
      return 'does not let the token read this; allow it';
    case 'not-found':
      return 'does not know what is asked for; check the address, and that it is installed there';
    case 'redirected':
      return 'answered with a redirect, which is not followed; use the final address';
    case 'not-the-api':
      return 'sent something else than expected; check the address';
    case 'unavailable':
      return `answered with status ${failure.status}`;
    case 'unreachable':
      return `cannot be reached (${failure.code})`;
    case 'slow':
      return 'did not answer in time';
    case 'too-large':
      return `sent more than ${failure.limitMegabytes} MB, which is not read`;
    case 'malformed':
      return `sent an answer that cannot be understood: ${failure.detail}`;
    default:
      return failure satisfies never;
  }
}
