import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gitHttpBackend } from '../packages/sandbox/src/git/gitHttpBackend';
import { changedFile, generateFiles } from './generateFiles';

/** A generated repository behind Git's own HTTP backend; counts what it is asked. */
export class BenchRepository {
  readonly directory: string;
  /** HTTP requests, and those among them that begin a fetch. */
  asked = { requests: 0, fetches: 0 };
  readonly #root: string;
  readonly #server: Server;
  #changes = 0;

  private constructor(root: string, directory: string) {
    this.#root = root;
    this.directory = directory;
    this.#server = createServer((request, response) => {
      const url = new URL(request.url ?? '/', 'http://localhost');
      this.asked.requests += 1;
      if (url.pathname.endsWith('/info/refs')) this.asked.fetches += 1;
      gitHttpBackend({
        request,
        response,
        gitRoot: root,
        path: url.pathname,
        query: url.search.slice(1),
        user: 'bench',
      }).then(
        () => response.end(),
        () => response.destroy(),
      );
    });
  }

  static async create(apps: number): Promise<BenchRepository> {
    const root = mkdtempSync(join(tmpdir(), 'bench-ingest-'));
    const directory = join(root, 'bench', 'gitops.git');
    mkdirSync(directory, { recursive: true });
    spawnSync('git', [
      'init',
      '--quiet',
      '--bare',
      '--initial-branch=main',
      directory,
    ]);
    const created = new BenchRepository(root, directory);
    await created.#import(generateFiles(apps), undefined);
    created.#server.listen(0, '127.0.0.1');
    await once(created.#server, 'listening');
    return created;
  }

  get url(): string {
    const address = this.#server.address();
    if (typeof address !== 'object' || address === null) {
      throw new Error('the server does not listen');
    }
    return `http://127.0.0.1:${address.port}/bench/gitops`;
  }

  /** Commits a change of one file and answers with the commit. */
  async change(): Promise<string> {
    this.#changes += 1;
    await this.#import([changedFile(this.#changes)], this.head());
    return this.head();
  }

  head(): string {
    const { stdout } = spawnSync(
      'git',
      [`--git-dir=${this.directory}`, 'rev-parse', 'refs/heads/main'],
      { encoding: 'utf8' },
    );
    return stdout.trim();
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
    rmSync(this.#root, { recursive: true, force: true });
  }

  async #import(
    files: Iterable<{ path: string; text: string }>,
    parent: string | undefined,
  ): Promise<void> {
    const git = spawn(
      'git',
      [`--git-dir=${this.directory}`, 'fast-import', '--quiet', '--force'],
      { stdio: ['pipe', 'inherit', 'inherit'] },
    );
    const ended = once(git, 'close');
    git.stdin.write('commit refs/heads/main\n');
    git.stdin.write('committer Bench <bench@example.com> 0 +0000\ndata 0\n');
    if (parent) git.stdin.write(`from ${parent}\n`);
    for (const { path, text } of files) {
      const bytes = Buffer.from(text);
      git.stdin.write(`M 100644 inline ${path}\ndata ${bytes.length}\n`);
      if (!git.stdin.write(bytes)) await once(git.stdin, 'drain');
      git.stdin.write('\n');
    }
    git.stdin.end();
    await ended;
  }
}
