import { spawn } from 'node:child_process';
import { GitError } from './GitError';

/** Variables Git may see of the portal's environment; none of them holds a forge credential. */
const inheritedVariables = [
  'ALL_PROXY',
  'GIT_EXEC_PATH',
  'GIT_SSL_CAINFO',
  'HTTPS_PROXY',
  'HTTP_PROXY',
  'NO_PROXY',
  'PATH',
  'SSL_CERT_DIR',
  'SSL_CERT_FILE',
  'SystemRoot',
  'all_proxy',
  'http_proxy',
  'https_proxy',
  'no_proxy',
];

/** Settings of every call. Redirects are refused so that no credential follows one. */
const settings: Record<string, string> = {
  'core.hooksPath': '/dev/null',
  'credential.helper': '',
  'gc.auto': '0',
  'http.followRedirects': 'false',
  'maintenance.auto': 'false',
};

/** The first is obeyed by Git 2.45 and later; the second leaves older ones no transport. */
const offlineVariables = {
  GIT_NO_LAZY_FETCH: '1',
  GIT_ALLOW_PROTOCOL: 'none',
};

export interface GitOptions {
  /** Bare repository. */
  directory: string;
  signal: AbortSignal;
  /** Value of an `Authorization` header; handed over by environment only. */
  authorization?: string;
  input?: string;
  /** Takes what Git writes as it comes; the answer is then empty. */
  onOutput?(chunk: Buffer): void;
  /** Refuses the network, so that a partial clone fetches nothing it lacks. */
  offline?: boolean;
}

/**
 * Runs Git without hooks, prompts, helpers and any configuration of the
 * machine, and answers with what it wrote. The whole process group ends when
 * the signal aborts.
 *
 * @throws GitError when Git fails or cannot be started; the signal's reason when it aborts.
 */
export async function runGit(
  args: readonly string[],
  { directory, signal, authorization, input, offline, onOutput }: GitOptions,
): Promise<Buffer> {
  signal.throwIfAborted();
  const ownGroup = process.platform !== 'win32';
  const child = spawn('git', [`--git-dir=${directory}`, ...args], {
    env: { ...environment(authorization), ...(offline && offlineVariables) },
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: ownGroup,
  });
  const end = () => {
    if (child.pid === undefined || child.exitCode !== null) return;
    if (ownGroup) endGroup(child.pid);
    else child.kill('SIGKILL');
  };
  signal.addEventListener('abort', end, { once: true });
  try {
    const output: Buffer[] = [];
    let complaint = '';
    child.stdout.on(
      'data',
      onOutput ?? ((chunk: Buffer) => output.push(chunk)),
    );
    child.stderr.on('data', (chunk: Buffer) => {
      if (complaint.length < 8192) complaint += chunk.toString('utf8');
    });
    // Git closes its input early when it fails; its exit code says why.
    child.stdin.on('error', () => {});
    child.stdin.end(input ?? '');
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once('error', cause =>
        reject(new GitError(`git cannot be started: ${cause.message}`)),
      );
      child.once('close', resolve);
    });
    signal.throwIfAborted();
    if (code !== 0) {
      throw new GitError(complaint.trim() || `git ended with code ${code}`);
    }
    return Buffer.concat(output);
  } finally {
    signal.removeEventListener('abort', end);
  }
}

function environment(authorization: string | undefined): NodeJS.ProcessEnv {
  const entries = Object.entries(settings);
  if (authorization !== undefined) {
    entries.push(['http.extraHeader', `Authorization: ${authorization}`]);
  }
  const result: NodeJS.ProcessEnv = {
    GIT_ALLOW_PROTOCOL: 'http:https',
    GIT_CONFIG_COUNT: String(entries.length),
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_TERMINAL_PROMPT: '0',
    LC_ALL: 'C',
  };
  entries.forEach(([key, value], index) => {
    result[`GIT_CONFIG_KEY_${index}`] = key;
    result[`GIT_CONFIG_VALUE_${index}`] = value;
  });
  for (const name of inheritedVariables) {
    if (process.env[name] !== undefined) result[name] = process.env[name];
  }
  return result;
}

function endGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended meanwhile.
  }
}
