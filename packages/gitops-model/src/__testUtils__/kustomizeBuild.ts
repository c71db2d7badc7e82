import { execFileSync } from 'node:child_process';
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const tools = resolve(__dirname, '../../../../.tools/go');
const version = 'sigs.k8s.io/kustomize/kustomize/v5@v5.5.0';

type Kustomize = (directory: string) => string;

/**
 * A real kustomize of this machine, or one that Go installs into the tools of
 * the checkout. Where there is neither, the reason; that is an error in CI.
 */
export function findKustomize(): Kustomize | { missing: string } {
  const candidates: [string, string[]][] = [
    ['kustomize', ['build']],
    ['kubectl', ['kustomize']],
    [join(tools, 'kustomize'), ['build']],
  ];
  const found = candidates.find(candidate => builds(candidate));
  if (found) return directory => run(found, directory);
  try {
    execFileSync('go', ['install', version], {
      env: { ...process.env, GOBIN: tools },
      stdio: 'pipe',
      timeout: 300_000,
    });
    return directory => run([join(tools, 'kustomize'), ['build']], directory);
  } catch {
    const missing =
      'no kustomize, no kubectl of 1.27 or newer, and no Go to install kustomize with';
    if (process.env.CI) throw new Error(`Cannot test real builds: ${missing}`);
    return { missing };
  }
}

/** Writes files to a temporary directory for as long as `use` takes. */
export function withFiles<T>(
  files: Record<string, string>,
  use: (directory: string) => T,
): T {
  const directory = mkdtempSync(join(tmpdir(), 'gitops-model-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      const file = join(directory, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    return use(directory);
  } finally {
    rmSync(directory, { recursive: true });
  }
}

function run([command, args]: [string, string[]], directory: string): string {
  return execFileSync(command, [...args, directory], {
    encoding: 'utf8',
    stdio: 'pipe',
    timeout: 60_000,
  });
}

/** Kustomize 2, which old versions of kubectl carry, knows no `components`. */
function builds(candidate: [string, string[]]): boolean {
  const files = {
    'kustomization.yaml': 'components: [part]\n',
    'part/kustomization.yaml':
      'apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\nconfigMapGenerator: [{name: a}]\n',
  };
  try {
    return withFiles(files, directory => run(candidate, directory)).includes(
      'ConfigMap',
    );
  } catch {
    return false;
  }
}
