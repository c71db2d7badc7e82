import { execFileSync, spawn } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import {
  createServer,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

type Fault = (request: IncomingMessage, response: ServerResponse) => void;

/** For tests: a real bare repository behind Git's own smart HTTP backend. */
export class GitServer {
  readonly url: string;
  /** Headers of every request, in order. */
  readonly requests: IncomingMessage[] = [];
  /** Answers instead of Git while it is set. */
  fault: Fault | undefined;
  /** Ends the connection within the answer to every fetch, while it is set. */
  cutAfterBytes: number | undefined;
  readonly #root: string;
  readonly #close: () => Promise<void>;

  private constructor(root: string, url: string, close: () => Promise<void>) {
    this.#root = root;
    this.url = url;
    this.#close = close;
  }

  static async start(): Promise<GitServer> {
    const root = mkdtempSync(join(tmpdir(), 'git-server-'));
    const bare = join(root, 'www', 'org', 'gitops.git');
    git(root, 'init', '--quiet', '--bare', '--initial-branch=main', bare);
    git(root, 'init', '--quiet', '--initial-branch=main', join(root, 'tree'));
    let answer: Fault = () => {};
    const server = createServer((request, response) =>
      answer(request, response),
    );
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const started = new GitServer(
      root,
      `http://127.0.0.1:${port}/org/gitops`,
      async () => {
        server.closeAllConnections();
        await new Promise(resolve => {
          server.close(resolve);
        });
      },
    );
    answer = (request, response) => {
      started.requests.push(request);
      if (started.fault) started.fault(request, response);
      else serve(join(root, 'www'), request, response, started.cutAfterBytes);
    };
    return started;
  }

  /** Commits these files (`null` deletes one) to the branch and answers with the commit. */
  commit(
    files: Record<string, string | Uint8Array | { linkTo: string } | null>,
    options?: { branch?: string; amend?: boolean },
  ): string {
    const tree = join(this.#root, 'tree');
    const branch = options?.branch ?? 'main';
    for (const [path, content] of Object.entries(files)) {
      if (content === null) {
        rmSync(join(tree, path));
        continue;
      }
      mkdirSync(dirname(join(tree, path)), { recursive: true });
      if (typeof content === 'object' && 'linkTo' in content) {
        symlinkSync(content.linkTo, join(tree, path));
      } else {
        writeFileSync(join(tree, path), content);
      }
    }
    git(tree, 'add', '--all');
    const amend = options?.amend ? ['--amend'] : [];
    git(tree, 'commit', '--quiet', '--allow-empty', '-m', 'change', ...amend);
    const bare = join(this.#root, 'www', 'org', 'gitops.git');
    git(tree, 'push', '--quiet', '--force', bare, `HEAD:refs/heads/${branch}`);
    return git(tree, 'rev-parse', 'HEAD').trim();
  }

  /** Runs Git in the bare repository. */
  git(...args: string[]): string {
    return git(join(this.#root, 'www', 'org', 'gitops.git'), ...args);
  }

  /** Writes an object as it is, however malformed, and answers with its id. */
  write(type: 'tree', content: Buffer[]): string {
    return execFileSync(
      'git',
      ['hash-object', '-t', type, '-w', '--literally', '--stdin'],
      {
        cwd: join(this.#root, 'www', 'org', 'gitops.git'),
        encoding: 'utf8',
        input: Buffer.concat(content),
      },
    ).trim();
  }

  async stop(): Promise<void> {
    await this.#close();
    rmSync(this.#root, { recursive: true, force: true });
  }
}

function git(directory: string, ...args: string[]): string {
  return execFileSync('git', args, {
    cwd: directory,
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

/** The Common Gateway Interface, as far as `git http-backend` needs it. */
function serve(
  root: string,
  request: IncomingMessage,
  response: ServerResponse,
  cutAfterBytes: number | undefined,
): void {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const backend = spawn('git', ['http-backend'], {
    env: {
      PATH: process.env.PATH,
      GIT_PROJECT_ROOT: root,
      GIT_HTTP_EXPORT_ALL: '1',
      GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
      PATH_INFO: url.pathname,
      QUERY_STRING: url.search.slice(1),
      REQUEST_METHOD: request.method,
      CONTENT_TYPE: request.headers['content-type'] ?? '',
      HTTP_CONTENT_ENCODING: request.headers['content-encoding'] ?? '',
    },
  });
  request.pipe(backend.stdin);
  const chunks: Buffer[] = [];
  backend.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  backend.on('close', () => {
    const output = Buffer.concat(chunks);
    const end = output.indexOf('\r\n\r\n');
    let status = 200;
    for (const line of output.toString('latin1', 0, end).split('\r\n')) {
      const [name, value = ''] = line.split(': ');
      if (name === 'Status') status = Number.parseInt(value, 10);
      else if (name) response.setHeader(name, value);
    }
    const body = output.subarray(end + 4);
    response.writeHead(status);
    if (cutAfterBytes === undefined || !body.includes('PACK')) {
      response.end(body);
      return;
    }
    const cut = body.indexOf('PACK') + cutAfterBytes;
    response.write(body.subarray(0, cut), () => request.socket.destroy());
  });
}
