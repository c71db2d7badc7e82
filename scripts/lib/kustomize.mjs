import path from 'node:path';
import { tools } from './paths.mjs';
import { run } from './run.mjs';
import { say } from './say.mjs';

/**
 * A real kustomize for the tests: `kustomize`, `kubectl` 1.27 or newer, or one
 * built by Go into `.tools`. Returns the command, or why there is none.
 */
export async function findKustomize() {
  const own = path.join(tools, 'bin/kustomize');
  for (const command of [own, 'kustomize']) {
    if ((await run(command, ['version'])).code === 0) {
      return { command: [command, 'build'] };
    }
  }
  const kubectl = await run('kubectl', ['version', '--client']);
  const version = /Kustomize Version: v(\d+)/.exec(kubectl.output);
  if (version && Number(version[1]) >= 5) {
    return { command: ['kubectl', 'kustomize'] };
  }
  say('Building kustomize with Go …');
  const built = await run(
    'go',
    ['install', 'sigs.k8s.io/kustomize/kustomize/v5@v5.5.0'],
    { env: { GOBIN: path.join(tools, 'bin') } },
  );
  return built.code === 0
    ? { command: [own, 'build'] }
    : {
        missing:
          'no kustomize, no kubectl with kustomize 5, and Go could not build one; tests against real kustomize are skipped',
      };
}
