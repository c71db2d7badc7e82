import { spawn } from 'node:child_process';

/**
 * Runs a command to its end. Output is shown when `show` is set, and returned
 * in any case. A command that cannot be started counts as exit code 127.
 */
export function run(command, args, { cwd, env, show = false } = {}) {
  return new Promise(resolve => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', chunk => {
        output += chunk;
        if (show) {
          process.stdout.write(chunk);
        }
      });
    }
    child.on('error', error => resolve({ code: 127, output: String(error) }));
    child.on('close', code => resolve({ code: code ?? 1, output }));
  });
}

/** The end of a long output, for a message. */
export function tail(output, lines = 25) {
  return output.trimEnd().split('\n').slice(-lines).join('\n');
}
