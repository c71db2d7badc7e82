import type { ForgeRepository } from './ForgeClient';
import { ForgeError } from './ForgeError';

export function archivedError({ url }: ForgeRepository): ForgeError {
  return new ForgeError(
    'archived',
    `The repository ${url} is archived, so nobody can write to it`,
  );
}

export function branchMissingError({ url, base }: ForgeRepository): ForgeError {
  return new ForgeError(
    'not-found',
    `The repository ${url} has no branch ${base}`,
  );
}

/** Rethrows; what says so in these words is another writer's work. */
export function asStaleWhere(words: RegExp): (error: unknown) => never {
  return error => {
    throw error instanceof ForgeError && words.test(error.reason)
      ? new ForgeError('stale', error.reason, { cause: error })
      : error;
  };
}
