import {
  type SandboxSystem,
  sandboxSystems,
  startSandbox,
} from './startSandbox';

/**
 * The process that `npm start` runs beside the portal. Ports and tokens come
 * from the environment; it says `sandbox ready` once everything listens.
 */
async function main() {
  const sandbox = await startSandbox({
    portalUrl: process.env.PORTAL_URL,
    ports: withoutMissing(
      Object.fromEntries(
        sandboxSystems.map(system => [system, readPort(toVariable(system))]),
      ),
    ),
    talosconfig: process.env.SANDBOX_TALOSCONFIG,
    tokens: withoutMissing({
      forge: process.env.SANDBOX_FORGE_TOKEN,
      argocd: process.env.SANDBOX_ARGOCD_TOKEN,
      kubernetes: process.env.SANDBOX_KUBERNETES_TOKEN,
      oidcClientSecret: process.env.SANDBOX_OIDC_CLIENT_SECRET,
      ceph: process.env.SANDBOX_CEPH_PASSWORD,
    }),
  });
  let stopping = false;
  const stop = () => {
    if (!stopping) {
      stopping = true;
      sandbox.stop().catch(fail);
    }
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  process.stdout.write('sandbox ready\n');
}

/** Such as `SANDBOX_PITOWER_ARGOCD_PORT`. */
function toVariable(system: SandboxSystem): string {
  return `SANDBOX_${system.toUpperCase().replaceAll('-', '_')}_PORT`;
}

function readPort(variable: string): number | undefined {
  const text = process.env[variable];
  if (text === undefined || text === '') {
    return undefined;
  }
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new Error(`${variable} must be a port number, but is "${text}".`);
  }
  return port;
}

function withoutMissing<TValue>(
  record: Record<string, TValue | undefined>,
): Record<string, TValue> {
  return Object.fromEntries(
    Object.entries(record).flatMap(([key, value]) =>
      value === undefined ? [] : [[key, value]],
    ),
  );
}

function fail(error: unknown) {
  process.stderr.write(
    `${error instanceof Error ? error.message : String(error)}\n`,
  );
  process.exitCode = 1;
}

main().catch(fail);
