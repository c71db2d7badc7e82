import { existsSync } from 'node:fs';
import { toError } from '@backstage/errors';
import { defaultMaxFileBytes } from '@internal/gitops-model';
import {
  EmptyTreeError,
  GitError,
  readCommit,
  runGit,
} from '@internal/gitops-repository/git';
import { UnreadableError } from '../UnreadableError';
import type { Clone } from './Clone';
import { gitOf } from './gitOf';
import { withoutCredentials } from './withoutCredentials';

/**
 * Reads one commit of a clone, a worktree or a bare repository with Git's
 * plumbing alone: nothing is checked out, and neither hooks nor filters run.
 *
 * @throws UnreadableError where there is no repository or no such commit.
 */
export async function readClone(
  path: string,
  revision: string,
): Promise<Clone> {
  const git = gitOf(path);
  try {
    await runGit(['rev-parse', '--absolute-git-dir'], git);
  } catch {
    throw new UnreadableError(
      existsSync(path)
        ? `${path} is no Git repository: give the top directory of a clone, or a bare repository.`
        : `There is no directory ${path}.`,
    );
  }
  const commit = await resolveCommit(path, revision, git);
  try {
    const { snapshot } = await readCommit(commit, {
      git,
      known: new Map(),
      maxFileBytes: defaultMaxFileBytes,
    });
    return { snapshot, originUrl: await originOf(git) };
  } catch (error) {
    throw new UnreadableError(
      error instanceof EmptyTreeError
        ? `The commit ${commit} holds no file.`
        : `The commit ${commit} cannot be read whole: ${toError(error).message}. Fetch what is missing and try again.`,
    );
  }
}

async function resolveCommit(
  path: string,
  revision: string,
  git: Parameters<typeof runGit>[1],
): Promise<string> {
  try {
    const output = await runGit(
      [
        'rev-parse',
        '--verify',
        '--quiet',
        '--end-of-options',
        `${revision}^{commit}`,
      ],
      git,
    );
    return output.toString('utf8').trim();
  } catch {
    throw new UnreadableError(
      `${path} has no commit ${revision}: name one with --commit, or fetch it first.`,
    );
  }
}

async function originOf(
  git: Parameters<typeof runGit>[1],
): Promise<string | undefined> {
  try {
    const output = await runGit(['remote', 'get-url', 'origin'], git);
    return withoutCredentials(output.toString('utf8').trim());
  } catch (error) {
    if (error instanceof GitError) return undefined;
    throw error;
  }
}
