import type { GitRepository } from '../git/GitRepository';
import { runGitText } from '../git/runGit';

/** Who wrote a commit, when and why; undefined for what is no commit. */
export async function readRevisionMetadata(
  repository: GitRepository,
  revision: string,
) {
  const commit = /^[0-9a-f]{40}$/.test(revision)
    ? await repository.resolveCommit(revision)
    : undefined;
  if (commit === undefined) {
    return undefined;
  }
  const text = await runGitText(repository.bareDir, [
    'show',
    '--no-patch',
    '--format=%an <%ae>%n%aI%n%B',
    commit,
  ]);
  const [author, date, ...message] = text.split('\n');
  return { author, date, message: message.join('\n').trim() };
}
