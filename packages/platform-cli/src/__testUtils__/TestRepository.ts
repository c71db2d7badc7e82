import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';

/** For tests: a real Git repository in a temporary folder. */
export class TestRepository {
  readonly directory: string;

  private constructor(directory: string) {
    this.directory = directory;
  }

  /** A repository with one commit of these files on its branch `main`. */
  static create(files: Record<string, string | Uint8Array>): TestRepository {
    const created = new TestRepository(
      mkdtempSync(join(tmpdir(), 'platform-cli-')),
    );
    created.git('init', '--quiet', '--initial-branch=main');
    created.commit(files);
    return created;
  }

  /** Commits these files on top and answers with the commit. */
  commit(files: Record<string, string | Uint8Array>): string {
    for (const [path, content] of Object.entries(files)) {
      const place = join(this.directory, path);
      mkdirSync(dirname(place), { recursive: true });
      writeFileSync(place, content);
    }
    this.git('add', '--all', '--force');
    this.git('commit', '--quiet', '--allow-empty', '--message', 'change');
    return this.git('rev-parse', 'HEAD').trim();
  }

  git(...args: string[]): string {
    return execFileSync('git', args, {
      cwd: this.directory,
      encoding: 'utf8',
      env: {
        ...process.env,
        GIT_AUTHOR_EMAIL: 'test@example.com',
        GIT_AUTHOR_NAME: 'Test',
        GIT_COMMITTER_EMAIL: 'test@example.com',
        GIT_COMMITTER_NAME: 'Test',
        GIT_CONFIG_GLOBAL: '/dev/null',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  }

  remove(): void {
    rmSync(this.directory, { recursive: true, force: true });
  }
}

/** Every file below a directory, by relative path. */
export function readFiles(directory: string): Record<string, Uint8Array> {
  return Object.fromEntries(
    readdirSync(directory, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => join(entry.parentPath, entry.name))
      .map(path => [relative(directory, path), readFileSync(path)]),
  );
}
