import { ForgeError } from './ForgeError';

/** Rethrows; what says so in these words is another writer's work. */
export function asStaleWhere(words: RegExp): (error: unknown) => never {
  return error => {
    throw error instanceof ForgeError && words.test(error.reason)
      ? new ForgeError('stale', error.reason, { cause: error })
      : error;
  };
}
