import { spawn } from 'node:child_process';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { gitEnvironment } from './runGit';

/**
 * Answers one request of Git's smart HTTP by the real `git http-backend`, as a
 * web server does by CGI. `path` is `/<owner>/<name>.git/…`, checked by the caller.
 */
export async function gitHttpBackend(options: {
  request: IncomingMessage;
  response: ServerResponse;
  gitRoot: string;
  path: string;
  query: string;
  user: string;
  /** Does the work and answers nothing. */
  withholdAnswer?: boolean;
}): Promise<void> {
  const { request, response } = options;
  const child = spawn('git', ['http-backend'], {
    env: {
      ...gitEnvironment(),
      GATEWAY_INTERFACE: 'CGI/1.1',
      GIT_PROJECT_ROOT: options.gitRoot,
      GIT_HTTP_EXPORT_ALL: '1',
      REQUEST_METHOD: request.method,
      PATH_INFO: options.path,
      QUERY_STRING: options.query,
      REMOTE_USER: options.user,
      REMOTE_ADDR: '127.0.0.1',
      CONTENT_TYPE: request.headers['content-type'] ?? '',
      CONTENT_LENGTH: request.headers['content-length'] ?? '',
      HTTP_CONTENT_ENCODING: request.headers['content-encoding'] ?? '',
      GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
      SERVER_PROTOCOL: 'HTTP/1.1',
    },
    stdio: ['pipe', 'pipe', 'ignore'],
    // A group of its own, for Git runs the work in further processes, which
    // would wait for ever for the rest of a request that was broken off.
    detached: true,
  });
  child.stdin.on('error', () => {
    // Git may end before it read everything.
  });
  request.pipe(child.stdin);
  response.on('close', () => {
    if (child.exitCode === null) {
      endGroup(child.pid);
    }
  });

  let head = Buffer.alloc(0);
  let isHeadSent = false;
  child.stdout.on('data', (chunk: Buffer) => {
    if (options.withholdAnswer) {
      return;
    }
    if (isHeadSent) {
      response.write(chunk);
      return;
    }
    head = Buffer.concat([head, chunk]);
    const end = head.indexOf('\r\n\r\n');
    if (end >= 0) {
      isHeadSent = true;
      writeHead(response, head.toString('latin1', 0, end));
      response.write(head.subarray(end + 4));
    }
  });
  await new Promise<void>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', () => resolve());
  });
  if (!isHeadSent && !options.withholdAnswer) {
    response.writeHead(500);
  }
}

function endGroup(pid: number | undefined) {
  try {
    if (pid !== undefined) {
      process.kill(-pid, 'SIGKILL');
    }
  } catch {
    // All of it has ended.
  }
}

function writeHead(response: ServerResponse, text: string) {
  let status = 200;
  for (const line of text.split('\r\n')) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon);
    const value = line.slice(colon + 1).trim();
    if (name.toLowerCase() === 'status') {
      status = Number.parseInt(value, 10);
    } else {
      response.setHeader(name, value);
    }
  }
  response.writeHead(status);
}
