import { spawn } from 'node:child_process';

/** Git answered with an exit code; `stderr` is what it said. */
export class GitError extends Error {
  constructor(
    readonly command: string,
    readonly exitCode: number | null,
    readonly stderr: string,
  ) {
    super(`git ${command} ended with ${exitCode}: ${stderr.trim()}`);
    this.name = 'GitError';
  }
}

/** An environment in which no configuration of the machine changes what Git does. */
export function gitEnvironment(): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !name.startsWith('GIT_'),
  );
  return {
    ...Object.fromEntries(inherited),
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_TERMINAL_PROMPT: '0',
    LC_ALL: 'C',
  };
}

/** Runs Git in a bare repository and returns what it wrote; rejects with a {@link GitError}. */
export function runGit(
  gitDir: string,
  args: string[],
  input?: string | Buffer,
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = spawn('git', ['--git-dir', gitDir, ...args], {
      env: gitEnvironment(),
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    const output: Buffer[] = [];
    const errors: Buffer[] = [];
    child.stdout.on('data', chunk => output.push(chunk));
    child.stderr.on('data', chunk => errors.push(chunk));
    child.stdin.on('error', () => {
      // Git ended before it read everything; its exit code tells why.
    });
    child.on('error', reject);
    child.on('close', exitCode => {
      if (exitCode === 0) {
        resolve(Buffer.concat(output));
      } else {
        const stderr = Buffer.concat(errors).toString();
        reject(new GitError(args[0] ?? '', exitCode, stderr));
      }
    });
    child.stdin.end(input);
  });
}

/** As {@link runGit}, for commands that write text; without the line break at the end. */
export async function runGitText(
  gitDir: string,
  args: string[],
  input?: string | Buffer,
): Promise<string> {
  const output = await runGit(gitDir, args, input);
  return output.toString('utf8').replace(/\n$/, '');
}
