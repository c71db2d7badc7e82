import { existsSync } from 'node:fs';
import { root } from './paths.mjs';
import { run, tail } from './run.mjs';
import { say, Stop } from './say.mjs';

const systemBrowsers = ['/usr/bin/chromium', '/usr/bin/chromium-browser'];

/**
 * Finds Chromium: a system's own, Playwright's download, or, as root on
 * Debian, the package. Returns the path where it is not Playwright's.
 */
export async function ensureBrowser(toolchain) {
  const system = () => systemBrowsers.find(file => existsSync(file));
  if (system()) {
    return system();
  }
  say('Getting a browser for the tests …');
  const download = await run(
    toolchain.node,
    ['node_modules/@playwright/test/cli.js', 'install', 'chromium'],
    { cwd: root, env: toolchain.env },
  );
  if (download.code === 0) {
    return undefined;
  }
  await run('apt-get', ['update']);
  const installed = await run('apt-get', [
    'install',
    '-y',
    'chromium',
    'fonts-liberation',
    'fonts-noto-core',
  ]);
  if (!system()) {
    throw new Stop(
      `${tail(download.output, 5)}\n${tail(installed.output, 5)}\n\nNo Chromium could be had: Playwright could not download one and there is none at ${systemBrowsers.join(' or ')}. Install Chromium and try again.`,
    );
  }
  return system();
}
