import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseJson } from '@internal/gitops-model';
import { z } from 'zod';
import type { Platform } from '../Platform';
import { untilAborted } from '../untilAborted';
import { AuthorizationError } from './AuthorizationError';
import { runGit } from './runGit';

const mirroredRef = 'refs/portal/branch';

const memorySchema = z.object({
  url: z.string(),
  branch: z.string(),
  commit: z.string().regex(/^[0-9a-f]{40,64}$/),
  observedAt: z.iso.datetime(),
});

/** What the mirror knew when it last read a commit whole. */
export type MirrorMemory = Pick<
  z.infer<typeof memorySchema>,
  'commit' | 'observedAt'
>;

/** A bare repository on disk that holds the newest commit of one branch, without its history. */
export class GitMirror {
  readonly directory: string;
  readonly #home: string;
  readonly #aside: string;
  readonly #memoryFile: string;
  readonly #repository: Platform['repository'];
  readonly #authorize: () => Promise<string | undefined>;
  /** What the last question was answered with, to save asking Git what did not change. */
  #commit: string | undefined;

  private constructor(options: {
    home: string;
    repository: Platform['repository'];
    authorize: () => Promise<string | undefined>;
  }) {
    this.#home = options.home;
    this.directory = join(options.home, 'mirror.git');
    this.#aside = join(options.home, 'aside.git');
    this.#memoryFile = join(options.home, 'memory.json');
    this.#repository = options.repository;
    this.#authorize = options.authorize;
  }

  static create(options: {
    /** Directory of this mirror alone. */
    home: string;
    repository: Platform['repository'];
    /** Value of an `Authorization` header for each question. */
    authorize: () => Promise<string | undefined>;
  }): GitMirror {
    return new GitMirror(options);
  }

  /** Asks the remote once and answers with the branch's commit. */
  async fetch(signal: AbortSignal): Promise<string> {
    const { url, branch } = this.#repository;
    const authorization = await this.#authorization(signal);
    await mkdir(this.#home, { recursive: true, mode: 0o700 });
    const git = { directory: this.directory, signal };
    const known = this.#commit;
    // Until the question is answered nothing is known of what is on disk.
    this.#commit = undefined;
    if (known === undefined) {
      await runGit(['init', '--bare', '--quiet', '--template='], git);
    }
    await runGit(
      [
        'fetch',
        '--quiet',
        '--depth=1',
        '--no-tags',
        '--no-recurse-submodules',
        '--no-write-fetch-head',
        '--',
        `${url}.git`,
        `+refs/heads/${branch}:${mirroredRef}`,
      ],
      { ...git, authorization },
    );
    if (known !== undefined && known === (await this.#readRef())) {
      this.#commit = known;
      return known;
    }
    const output = await runGit(
      ['rev-parse', '--verify', '--end-of-options', `${mirroredRef}^{commit}`],
      git,
    );
    this.#commit = output.toString('utf8').trim();
    return this.#commit;
  }

  /** What the ref's own file says, which is not there while it is packed. */
  async #readRef(): Promise<string | undefined> {
    try {
      const text = await readFile(join(this.directory, mirroredRef), 'utf8');
      return text.trim();
    } catch {
      return undefined;
    }
  }

  async #authorization(signal: AbortSignal): Promise<string | undefined> {
    try {
      return await untilAborted(this.#authorize(), signal);
    } catch (error) {
      signal.throwIfAborted();
      throw new AuthorizationError('The forge gave no credential', error);
    }
  }

  /** What is known from an earlier run; `undefined` where that is another repository or branch, or unreadable. */
  async recall(): Promise<MirrorMemory | undefined> {
    await this.#takeBack();
    let text: string;
    try {
      text = await readFile(this.#memoryFile, 'utf8');
    } catch {
      return undefined;
    }
    const parsed = memorySchema.safeParse(parseJson(text));
    if (!parsed.success) return undefined;
    const { url, branch, ...memory } = parsed.data;
    const isSame =
      url === this.#repository.url && branch === this.#repository.branch;
    return isSame ? memory : undefined;
  }

  async remember(memory: MirrorMemory): Promise<void> {
    const { url, branch } = this.#repository;
    const draft = `${this.#memoryFile}.new`;
    await writeFile(draft, JSON.stringify({ url, branch, ...memory }));
    await rename(draft, this.#memoryFile);
  }

  /** Drops objects that no commit of today needs. */
  async tidy(signal: AbortSignal): Promise<void> {
    await runGit(['gc', '--quiet', '--prune=now'], {
      directory: this.directory,
      signal,
    });
  }

  /**
   * Does the work with an empty mirror. The old one comes back where the work
   * fails, so that no answer of the remote costs what is on disk.
   */
  async renew(work: () => Promise<void>): Promise<void> {
    this.#commit = undefined;
    await rm(this.#aside, { recursive: true, force: true });
    if (existsSync(this.directory)) await rename(this.directory, this.#aside);
    try {
      await work();
    } catch (error) {
      await this.#takeBack();
      throw error;
    }
    await rm(this.#aside, { recursive: true, force: true });
  }

  async #takeBack(): Promise<void> {
    this.#commit = undefined;
    if (!existsSync(this.#aside)) return;
    await rm(this.directory, { recursive: true, force: true });
    await rename(this.#aside, this.directory);
  }

  /** Forgets everything, so that the next question clones anew. */
  async discard(): Promise<void> {
    this.#commit = undefined;
    await rm(this.directory, { recursive: true, force: true });
    await rm(this.#memoryFile, { force: true });
  }
}
