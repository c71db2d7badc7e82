import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { root } from './paths.mjs';
import { run, tail } from './run.mjs';
import { say, Stop } from './say.mjs';
import { hashOf, oncePer } from './stamp.mjs';

async function manifests() {
  const folders = await Promise.all(
    ['packages', 'plugins'].map(async area =>
      (await readdir(path.join(root, area))).map(name => path.join(area, name)),
    ),
  );
  return folders
    .flat()
    .map(folder => path.join(folder, 'package.json'))
    .filter(file => existsSync(path.join(root, file)));
}

/** Installs exactly what `yarn.lock` says, once per state of the manifests. */
export async function ensureDependencies(toolchain) {
  const hash = await hashOf([
    'yarn.lock',
    '.yarnrc.yml',
    'package.json',
    ...(await manifests()),
  ]);
  const work = async () => {
    say('Installing dependencies (about two minutes the first time) …');
    const registry = await run('npm', ['config', 'get', 'registry']);
    const result = await run(
      toolchain.node,
      [toolchain.yarn, 'install', '--immutable'],
      {
        cwd: root,
        env: {
          ...toolchain.env,
          YARN_NPM_REGISTRY_SERVER: tail(registry.output, 1),
        },
      },
    );
    if (result.code !== 0) {
      throw new Stop(
        `${tail(result.output)}\n\nThe dependencies could not be installed. Check the network and free disk space (2 GB), then try again.`,
      );
    }
  };
  const installed = existsSync(path.join(root, 'node_modules/.yarn-state.yml'));
  await oncePer('dependencies', hash, work, { force: !installed });
}
