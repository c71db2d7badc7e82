// Everything that proves the project: types, format, lint, unit, browser.
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { ensureBrowser } from './lib/browser.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { ensureFrontend } from './lib/frontend.mjs';
import { ensureKustomize } from './lib/kustomize.mjs';
import { root, state } from './lib/paths.mjs';
import { Results } from './lib/results.mjs';
import { run } from './lib/run.mjs';
import { main, say } from './lib/say.mjs';
import { ensureToolchain } from './lib/toolchain.mjs';

await main(async () => {
  const toolchain = await ensureToolchain();
  await ensureDependencies(toolchain);
  const kustomize = await ensureKustomize();
  const browser = await ensureBrowser(toolchain);

  const reports = path.join(state, 'reports');
  await rm(reports, { recursive: true, force: true });
  await mkdir(reports, { recursive: true });
  const results = new Results();
  const env = {
    ...toolchain.env,
    FORCE_COLOR: '0',
    // PostgreSQL is tested where BACKSTAGE_TEST_DATABASE_* names a server.
    BACKSTAGE_TEST_DISABLE_DOCKER: '1',
    PATH: `${toolchain.env.PATH}${path.delimiter}${kustomize}`,
    ...(browser && { CHROMIUM: browser }),
  };
  const yarn = async (title, args, extra = {}) => {
    say(title);
    const { code } = await run(toolchain.node, [toolchain.yarn, ...args], {
      cwd: root,
      env: { ...env, ...extra },
      show: true,
    });
    return code;
  };

  results.step((await yarn('Types …', ['tsc'])) === 0);
  results.step((await yarn('Format …', ['prettier:check'])) === 0);
  results.step((await yarn('Lint …', ['lint:all'])) === 0);

  const jest = path.join(reports, 'jest.json');
  const unit = await yarn('Unit and integration tests …', [
    'test:unit',
    '--watchAll=false',
    '--testTimeout=60000',
    '--silent',
    '--forceExit',
    '--json',
    `--outputFile=${jest}`,
  ]);
  await results.jest(jest, unit);

  await ensureFrontend(toolchain);
  const playwright = path.join(reports, 'playwright.json');
  const browserTests = await yarn('Browser tests …', ['test:e2e'], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: playwright,
  });
  await results.playwright(playwright, browserTests);

  console.log(`\n${results}`);
  process.exitCode = results.ok ? 0 : 1;
});
