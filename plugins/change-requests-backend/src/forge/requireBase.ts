import type { ForgeRepository } from './ForgeClient';
import { ForgeError } from './ForgeError';

/**
 * The commit the base branch is at.
 *
 * @throws ForgeError where the repository is archived, or has no such branch.
 */
export function requireBase(
  { url, base: branch }: ForgeRepository,
  { archived, base }: { archived: boolean; base: string | undefined },
): string {
  if (archived) {
    throw new ForgeError(
      'archived',
      `The repository ${url} is archived, so nobody can write to it`,
    );
  }
  if (base === undefined) {
    throw new ForgeError(
      'not-found',
      `The repository ${url} has no branch ${branch}`,
    );
  }
  return base;
}
