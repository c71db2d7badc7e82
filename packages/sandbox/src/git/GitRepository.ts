import type { WorldEvents } from '../world/events';
import { readFiles } from './readFiles';
import { GitError, runGit, runGitText } from './runGit';
import { writeCommit, type CommitRequest } from './writeCommit';

/** One file of a tree. `size` is in bytes. */
export interface TreeFile {
  path: string;
  mode: string;
  oid: string;
  size: number;
}

export type RefUpdate =
  | { outcome: 'updated' }
  | { outcome: 'exists' }
  | { outcome: 'moved'; oid: string | undefined };

export type CommitOutcome =
  | { outcome: 'committed'; oid: string }
  | { outcome: 'moved'; oid: string | undefined };

/**
 * A bare repository on disk. Every change of a branch goes through here, or is
 * noticed by {@link GitRepository.noticeChanges}, so that the world hears of it.
 */
export class GitRepository {
  #branches = new Map<string, string>();
  #noticing: Promise<void> = Promise.resolve();

  private constructor(
    readonly owner: string,
    readonly name: string,
    readonly bareDir: string,
    readonly defaultBranch: string,
    readonly events: WorldEvents,
  ) {}

  static async open(options: {
    owner: string;
    name: string;
    bareDir: string;
    defaultBranch: string;
    events: WorldEvents;
  }): Promise<GitRepository> {
    const { owner, name, bareDir, defaultBranch, events } = options;
    const repository = new GitRepository(
      owner,
      name,
      bareDir,
      defaultBranch,
      events,
    );
    repository.#branches = await repository.branches();
    return repository;
  }

  /** `<owner>/<name>` */
  get fullName(): string {
    return `${this.owner}/${this.name}`;
  }

  /** Branch name → commit. */
  async branches(): Promise<Map<string, string>> {
    const text = await runGitText(this.bareDir, [
      'for-each-ref',
      '--format=%(objectname) %(refname)',
      'refs/heads',
    ]);
    return new Map(
      text
        .split('\n')
        .filter(line => line !== '')
        .map(line => [
          line.slice(41).replace(/^refs\/heads\//, ''),
          line.slice(0, 40),
        ]),
    );
  }

  /** The commit of a branch, or of a full object id; undefined when there is none. */
  async resolveCommit(revision: string): Promise<string | undefined> {
    return (
      (await this.#revParse(`refs/heads/${revision}^{commit}`)) ??
      (/^[0-9a-f]{7,40}$/.test(revision)
        ? await this.#revParse(`${revision}^{commit}`)
        : undefined)
    );
  }

  /** The object a commit holds at the path; undefined when there is none. */
  async objectAt(commit: string, path: string): Promise<string | undefined> {
    return this.#revParse(`${commit}:${path}`);
  }

  /** All files of a commit, below the folder if one is given. */
  async listFiles(commit: string, folder?: string): Promise<TreeFile[]> {
    const text = await runGit(this.bareDir, [
      'ls-tree',
      '-r',
      '-z',
      '--long',
      commit,
      ...(folder ? ['--', `${folder}/`] : []),
    ]);
    return text
      .toString('utf8')
      .split('\0')
      .filter(line => line !== '')
      .map(line => {
        const tab = line.indexOf('\t');
        const [mode = '', , oid = '', size = '0'] = line
          .slice(0, tab)
          .split(/ +/);
        return { path: line.slice(tab + 1), mode, oid, size: Number(size) };
      });
  }

  /** Path → text of all files of a commit, below the folder if one is given. */
  async readTextFiles(
    commit: string,
    folder?: string,
  ): Promise<Map<string, string>> {
    const files = await this.listFiles(commit, folder);
    const contents = await readFiles(
      this.bareDir,
      files.map(file => file.oid),
    );
    return new Map(
      files.map((file, index) => [
        file.path,
        contents[index]?.toString('utf8') ?? '',
      ]),
    );
  }

  /** The bytes of one file of a commit; undefined when there is none. */
  async readFile(commit: string, path: string): Promise<Buffer | undefined> {
    try {
      return await runGit(this.bareDir, [
        'cat-file',
        'blob',
        `${commit}:${path}`,
      ]);
    } catch (error) {
      if (error instanceof GitError) {
        return undefined;
      }
      throw error;
    }
  }

  /**
   * Puts one commit on top of a branch. With `expectedHead`, only if the branch
   * still points there; a branch that is not there yet starts at `startAt`, or empty.
   */
  async commit(
    request: CommitRequest & {
      branch: string;
      expectedHead?: string;
      startAt?: string;
    },
  ): Promise<CommitOutcome> {
    const head = await this.resolveCommit(request.branch);
    if (request.expectedHead !== undefined && head !== request.expectedHead) {
      return { outcome: 'moved', oid: head };
    }
    const oid = await writeCommit(
      this.bareDir,
      head ?? request.startAt,
      request,
    );
    const update = await this.updateBranch(request.branch, oid, head);
    return update.outcome === 'updated'
      ? { outcome: 'committed', oid }
      : { outcome: 'moved', oid: await this.resolveCommit(request.branch) };
  }

  /**
   * Points a branch to a commit if it still points to `expected` (undefined: if
   * it does not exist). Undefined for `oid` deletes it.
   */
  async updateBranch(
    branch: string,
    oid: string | undefined,
    expected: string | undefined,
  ): Promise<RefUpdate> {
    const zero = '0'.repeat(40);
    try {
      await runGit(this.bareDir, [
        'update-ref',
        `refs/heads/${branch}`,
        oid ?? zero,
        expected ?? zero,
      ]);
    } catch (error) {
      if (!(error instanceof GitError)) {
        throw error;
      }
      const current = await this.resolveCommit(branch);
      if (current === expected) {
        throw error;
      }
      return expected === undefined
        ? { outcome: 'exists' }
        : { outcome: 'moved', oid: current };
    }
    await this.noticeChanges();
    return { outcome: 'updated' };
  }

  /** Compares the branches with what was known of them, and tells the world. */
  noticeChanges(): Promise<void> {
    this.#noticing = this.#noticing.then(() => this.#noticeChanges());
    return this.#noticing;
  }

  async #noticeChanges() {
    const before = this.#branches;
    this.#branches = await this.branches();
    const names = new Set([...before.keys(), ...this.#branches.keys()]);
    for (const branch of names) {
      const oid = this.#branches.get(branch);
      if (oid !== before.get(branch)) {
        this.events.emit({
          type: 'branch-updated',
          repository: this.fullName,
          branch,
          oid,
        });
      }
    }
  }

  async #revParse(expression: string): Promise<string | undefined> {
    try {
      return await runGitText(this.bareDir, [
        'rev-parse',
        '--verify',
        '--quiet',
        '--end-of-options',
        expression,
      ]);
    } catch (error) {
      if (error instanceof GitError) {
        return undefined;
      }
      throw error;
    }
  }
}
