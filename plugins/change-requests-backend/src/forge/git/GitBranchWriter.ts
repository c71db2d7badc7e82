import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runGit } from '@internal/gitops-repository/git';
import { createGitAuthorize } from '../createGitAuthorize';
import type {
  CommitOptions,
  ForgeOptions,
  ForgeRepository,
} from '../ForgeClient';
import type { ForgeKind } from '../ForgeKind';
import { toFastImport, type Author } from './toFastImport';
import { gitToForgeError } from './gitToForgeError';

const localRef = 'refs/portal/change';

/**
 * Puts one commit on a branch by Git's own protocol, for forges whose API
 * writes files without comparing the head of the branch. A push names the
 * commit it expects there and the server compares it while it holds the
 * branch's lock; the new commit has that one as parent, so nothing is forced.
 */
export class GitBranchWriter {
  static create(options: ForgeOptions & { kind: ForgeKind }): GitBranchWriter {
    const { kind, integrations, deadlineMilliseconds } = options;
    return new GitBranchWriter({
      kind,
      deadlineMilliseconds,
      authorize: createGitAuthorize(integrations, kind),
    });
  }

  private constructor(
    private readonly options: {
      kind: ForgeKind;
      /** Value of an `Authorization` header for the repository. */
      authorize(url: string): Promise<string>;
      deadlineMilliseconds: number;
    },
  ) {}

  /** The branch must exist. @throws ForgeError; `stale` where it is elsewhere. */
  async commit(
    repository: ForgeRepository,
    commit: Pick<
      CommitOptions,
      'branch' | 'expectedHead' | 'headline' | 'body' | 'edits'
    > & { author: Author },
    signal: AbortSignal,
  ): Promise<void> {
    const { expectedHead, branch, edits } = commit;
    const directory = await mkdtemp(join(tmpdir(), 'portal-change-'));
    const git = async (
      args: string[],
      more: { input?: string; authorization?: string } = {},
    ) => {
      const deadline = AbortSignal.timeout(this.options.deadlineMilliseconds);
      try {
        return await runGit(args, {
          directory,
          signal: AbortSignal.any([signal, deadline]),
          offline: more.authorization === undefined,
          ...more,
        });
      } catch (error) {
        signal.throwIfAborted();
        throw gitToForgeError(error, {
          ...this.options,
          host: new URL(repository.url).host,
        });
      }
    };
    try {
      const authorization = await this.options.authorize(repository.url);
      const address = `${repository.url}.git`;
      await git(['init', '--bare', '--quiet', '--template=']);
      // Trees tell where files go; their content is not needed.
      await git(
        [
          'fetch',
          '--quiet',
          '--depth=1',
          '--no-tags',
          '--filter=blob:none',
          '--no-write-fetch-head',
          '--',
          address,
          expectedHead,
        ],
        { authorization },
      );
      const modes = await git([
        '--literal-pathspecs',
        'ls-tree',
        '-z',
        expectedHead,
        '--',
        ...edits.map(({ path }) => path),
      ]);
      await git(['fast-import', '--quiet', '--done', '--date-format=raw'], {
        input: toFastImport({
          ref: localRef,
          parent: expectedHead,
          author: commit.author,
          message: `${commit.headline}\n\n${commit.body}\n`,
          edits,
          modes: parseModes(modes.toString('utf8')),
        }),
      });
      await git(
        [
          'push',
          '--quiet',
          '--no-thin',
          `--force-with-lease=refs/heads/${branch}:${expectedHead}`,
          '--',
          address,
          `${localRef}:refs/heads/${branch}`,
        ],
        { authorization },
      );
    } finally {
      await rm(directory, { recursive: true, force: true });
    }
  }
}

/** Path → mode, of what `ls-tree -z` lists. */
function parseModes(listing: string): Map<string, string> {
  return new Map(
    listing
      .split('\0')
      .filter(entry => entry !== '')
      .map(entry => {
        const [info = '', path = ''] = entry.split('\t', 2);
        return [path, info.slice(0, info.indexOf(' '))] as const;
      }),
  );
}
