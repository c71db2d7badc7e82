import { runGit } from '@internal/gitops-repository/git';
import { UnreadableError } from '../UnreadableError';
import { gitOf } from './gitOf';

/**
 * The commit at which two commits parted.
 *
 * @throws UnreadableError where the clone does not reach back to it.
 */
export async function mergeBase(
  path: string,
  one: string,
  other: string,
): Promise<string> {
  try {
    const output = await runGit(['merge-base', one, other], gitOf(path));
    return output.toString('utf8').trim();
  } catch {
    throw new UnreadableError(
      `The clone does not reach back to where ${one} and ${other} parted: fetch the whole history, such as with git fetch --unshallow.`,
    );
  }
}
