import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { root } from './paths.mjs';
import { run, tail } from './run.mjs';
import { say, Stop } from './say.mjs';
import { hashOf, oncePer } from './stamp.mjs';

/** Builds the app that the backend serves, once per state of its sources. */
export async function ensureFrontend(toolchain) {
  const plugins = (await readdir(path.join(root, 'plugins')))
    .filter(name => !/-backend|-node$|-actions$/.test(name))
    .map(name => path.join('plugins', name));
  const built = existsSync(path.join(root, 'packages/app/dist/index.html'));
  const hash = await hashOf([
    'yarn.lock',
    'app-config.yaml',
    'packages/app',
    'packages/portal-ui',
    'packages/gitops-model/src',
    ...plugins,
  ]);
  const work = async () => {
    say('Building the app (about half a minute) …');
    const result = await run(
      toolchain.node,
      [toolchain.yarn, 'workspace', 'app', 'build'],
      { cwd: root, env: toolchain.env },
    );
    if (result.code !== 0) {
      throw new Stop(
        `${tail(result.output)}\n\nThe app could not be built; the lines above say why.`,
      );
    }
  };
  await oncePer('frontend', hash, work, { force: !built });
}
