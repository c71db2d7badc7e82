import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

type Kustomize = (directory: string) => string;
type Command = [string, string[]];

const anyFile = ['--load-restrictor', 'LoadRestrictionsNone'];

/**
 * A real kustomize of this machine; `npm test` brings one where it can. Where
 * there is none, the reason; that is an error in CI.
 */
export function findKustomize(): Kustomize | { missing: string } {
  const found = findCommand();
  if (found) return directory => run(found, directory);
  const missing = 'there is no kustomize and no kubectl of 1.27 or newer';
  if (process.env.CI) throw new Error(`Cannot test real builds: ${missing}`);
  return { missing };
}

/** What each directory builds to, several at a time; `undefined` where it is refused. */
export async function buildAll(
  directories: readonly string[],
): Promise<(string | undefined)[]> {
  const command = findCommand();
  if (!command) throw new Error('There is no kustomize');
  const results: (string | undefined)[] = [];
  let next = 0;
  const work = async () => {
    while (next < directories.length) {
      const index = next;
      next += 1;
      results[index] = await start(command, directories[index]);
    }
  };
  await Promise.all([work(), work(), work()]);
  return results;
}

/** Writes files to a temporary directory for as long as `use` takes. */
export function inDirectory<T>(
  files: Record<string, string>,
  use: (directory: string) => T,
): T {
  const directory = writeFiles(files);
  try {
    return use(directory);
  } finally {
    rmSync(directory, { recursive: true });
  }
}

/** A temporary directory with these files, for the caller to remove. */
export function writeFiles(files: Record<string, string | Uint8Array>): string {
  const directory = mkdtempSync(join(tmpdir(), 'gitops-model-'));
  for (const [path, content] of Object.entries(files)) {
    const file = join(directory, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  return directory;
}

let known: { command: Command | undefined } | undefined;

function findCommand(): Command | undefined {
  const candidates: Command[] = [
    ['kustomize', ['build']],
    ['kubectl', ['kustomize']],
  ];
  known ??= { command: candidates.find(candidate => builds(candidate)) };
  return known.command;
}

function start(
  [command, args]: Command,
  directory: string,
): Promise<string | undefined> {
  return new Promise(resolve => {
    execFile(
      command,
      [...args, ...anyFile, directory],
      { maxBuffer: 64 * 1024 * 1024, timeout: 60_000 },
      (error, stdout) => resolve(error ? undefined : stdout),
    );
  });
}

function run([command, args]: Command, directory: string): string {
  return execFileSync(command, [...args, ...anyFile, directory], {
    encoding: 'utf8',
    stdio: 'pipe',
    timeout: 60_000,
  });
}

/** Kustomize 2, which old versions of kubectl carry, knows no `components`. */
function builds(candidate: Command): boolean {
  const files = {
    'kustomization.yaml': 'components: [part]\n',
    'part/kustomization.yaml':
      'apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\nconfigMapGenerator: [{name: a}]\n',
  };
  try {
    return inDirectory(files, directory => run(candidate, directory)).includes(
      'ConfigMap',
    );
  } catch {
    return false;
  }
}
