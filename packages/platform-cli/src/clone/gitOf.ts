import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { runGit } from '@internal/gitops-repository/git';

/** For all of Git's work on one clone. */
const deadlineMilliseconds = 120_000;

/** How Git is run on a clone, a worktree or a bare repository: offline, and not for ever. */
export function gitOf(path: string): Parameters<typeof runGit>[1] {
  // A directory that merely lies in a repository is not taken for it.
  const inner = join(resolve(path), '.git');
  return {
    directory: existsSync(inner) ? inner : resolve(path),
    signal: AbortSignal.timeout(deadlineMilliseconds),
    offline: true,
  };
}
