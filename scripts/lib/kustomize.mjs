import path from 'node:path';
import { tools } from './paths.mjs';
import { run } from './run.mjs';
import { say } from './say.mjs';

const own = path.join(tools, 'bin');

/**
 * Sees to a real kustomize for the tests: `kustomize`, `kubectl` with
 * kustomize 5, or one that Go builds into `.tools`. Returns the folder to put
 * on the PATH; without any of them the tests say what they skip.
 */
export async function ensureKustomize() {
  const env = { PATH: `${own}${path.delimiter}${process.env.PATH}` };
  const kustomize = await run('kustomize', ['version'], { env });
  const kubectl = await run('kubectl', ['version', '--client']);
  const carried = /Kustomize Version: v(\d+)/.exec(kubectl.output);
  if (kustomize.code !== 0 && !(carried && Number(carried[1]) >= 5)) {
    say('Building kustomize with Go …');
    await run('go', ['install', 'sigs.k8s.io/kustomize/kustomize/v5@v5.5.0'], {
      env: { GOBIN: own },
    });
  }
  return own;
}
