// Starts the portal: on the sandbox, or with `--config FILE …` on real platforms.
import { parseArgs } from 'node:util';
import { ensureDependencies } from './lib/dependencies.mjs';
import { ensureFrontend } from './lib/frontend.mjs';
import { requireFreePorts } from './lib/ports.mjs';
import { main, say } from './lib/say.mjs';
import { startPortal, startSandbox } from './lib/portal.mjs';
import { sandboxPorts, portalPort } from './lib/settings.mjs';
import { stopServices } from './lib/services.mjs';
import { ensureToolchain } from './lib/toolchain.mjs';

await main(async () => {
  const { values } = parseArgs({
    options: { config: { type: 'string', multiple: true, default: [] } },
  });
  const onSandbox = values.config.length === 0;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      say('Stopping …');
      void stopServices().then(() => process.exit());
    });
  }

  await requireFreePorts([portalPort, ...(onSandbox ? sandboxPorts : [])]);
  const toolchain = await ensureToolchain();
  await ensureDependencies(toolchain);
  await ensureFrontend(toolchain);
  try {
    const sandbox = onSandbox ? await startSandbox(toolchain) : undefined;
    const address = await startPortal(toolchain, {
      configs: values.config,
      env: sandbox?.env,
    });
    say(`The portal is at ${address}`);
    if (sandbox) {
      say(`The sandbox's control page is at ${sandbox.control}`);
    }
    say('Ctrl-C stops everything.');
  } catch (error) {
    await stopServices();
    throw error;
  }
});
