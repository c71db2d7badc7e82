import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { root, state } from './paths.mjs';
import { say } from './say.mjs';
import { startService, waitFor } from './services.mjs';
import { portalPort, sandboxPorts } from './settings.mjs';

// TypeScript is transpiled while it is loaded; nothing is built for the backend.
const transform = [
  '--no-warnings',
  '--require',
  path.join(root, 'node_modules/@backstage/cli/config/nodeTransform.cjs'),
];

/** Starts the simulated platforms. Credentials are made for this run alone. */
export async function startSandbox(toolchain) {
  say('Starting the sandbox …');
  const secret = () => randomBytes(24).toString('base64url');
  const env = {
    SANDBOX_FORGE_TOKEN: secret(),
    SANDBOX_ARGOCD_TOKEN: secret(),
    SANDBOX_KUBERNETES_TOKEN: secret(),
    SANDBOX_OIDC_CLIENT_SECRET: secret(),
    SANDBOX_CEPH_PASSWORD: secret(),
    PORTAL_SESSION_SECRET: secret(),
    // One for each sandbox that may run from here side by side.
    SANDBOX_TALOSCONFIG: path.join(
      state,
      `talosconfig-${sandboxPorts[0].port}`,
    ),
    PORTAL_URL: `http://localhost:${portalPort.port}`,
    ...Object.fromEntries(
      [portalPort, ...sandboxPorts].map(({ variable, port }) => [
        variable,
        String(port),
      ]),
    ),
  };
  const service = startService(
    'sandbox',
    toolchain.node,
    [...transform, path.join(root, 'packages/sandbox/src/main.ts')],
    { cwd: root, env: { ...toolchain.env, ...env } },
  );
  await waitFor(
    service,
    'A ready sandbox',
    async () => service.output.includes('sandbox ready'),
    60,
  );
  return { env, control: `http://localhost:${sandboxPorts[0].port}` };
}

/** Starts the backend, which serves the app too, and waits until it answers. */
export async function startPortal(toolchain, { configs, env = {} }) {
  say('Starting the portal …');
  const files = ['app-config.yaml', ...configs].flatMap(file => [
    '--config',
    path.resolve(root, file),
  ]);
  const service = startService(
    'portal',
    toolchain.node,
    [...transform, path.join(root, 'packages/backend/src/index.ts'), ...files],
    {
      cwd: path.join(root, 'packages/backend'),
      env: {
        NODE_ENV: 'production',
        PORTAL_PORT: String(portalPort.port),
        ...toolchain.env,
        ...env,
      },
    },
  );
  const address = `http://localhost:${portalPort.port}`;
  await waitFor(
    service,
    'A portal that answers',
    async () => {
      const answer = await fetch(`${address}/.backstage/health/v1/readiness`, {
        signal: AbortSignal.timeout(2000),
      }).catch(() => undefined);
      return answer?.ok ?? false;
    },
    90,
  );
  return address;
}
