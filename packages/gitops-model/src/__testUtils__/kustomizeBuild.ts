import { execFileSync } from 'node:child_process';
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

type Kustomize = (directory: string) => string;

/**
 * A real kustomize of this machine; `npm test` brings one where it can. Where
 * there is none, the reason; that is an error in CI.
 */
export function findKustomize(): Kustomize | { missing: string } {
  const candidates: [string, string[]][] = [
    ['kustomize', ['build']],
    ['kubectl', ['kustomize']],
  ];
  const found = candidates.find(candidate => builds(candidate));
  if (found) return directory => run(found, directory);
  const missing = 'there is no kustomize and no kubectl of 1.27 or newer';
  if (process.env.CI) throw new Error(`Cannot test real builds: ${missing}`);
  return { missing };
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
