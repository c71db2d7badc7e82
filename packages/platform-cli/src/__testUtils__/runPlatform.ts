import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';

const root = resolve(__dirname, '../../../..');
const manifest = z
  .object({ scripts: z.object({ platform: z.string() }) })
  .parse(JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8')));

export interface Run {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs `yarn platform`, as the root's script has it, in a process of its own. */
export async function runPlatform(
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<Run> {
  const [, ...script] = manifest.scripts.platform.split(' ');
  const child = spawn(process.execPath, [...script, ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const run: Run = { code: null, stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', text => (run.stdout += text));
  child.stderr.setEncoding('utf8').on('data', text => (run.stderr += text));
  run.code = await new Promise(done => {
    child.once('close', done);
  });
  return run;
}
