import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePorts, startSandbox } from './startSandbox';

// Processes are started, and repositories made, while other tests run.
jest.setTimeout(60_000);

describe('the sandbox as a whole', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sandbox-whole-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const takePort = async () => {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const port = address && typeof address === 'object' ? address.port : 0;
    return { port, free: () => server.close() };
  };

  it('makes the same repository every time, with its own address in it, and leaves nothing behind', async () => {
    const start = () =>
      startSandbox({ ports: freePorts, stateDir: folder, platforms: [] });
    const sandbox = await start();
    const [platform] = sandbox.world.platforms;
    const head = (await platform?.repository.branches())?.get('main') ?? '';
    const root = await platform?.repository.readFile(head, 'k8s/root.yaml');
    expect(platform).toMatchObject({ id: 'edgit-k8s', clusters: ['edgit'] });
    expect(root?.toString()).toContain(
      `repoURL: ${sandbox.urls.forge}/edgit/edgit-k8s.git`,
    );
    const { forge } = sandbox.urls;
    await sandbox.stop();
    expect(await readdir(folder)).toEqual([]);

    const again = await startSandbox({
      ports: { ...freePorts, forge: Number(new URL(forge).port) },
      stateDir: folder,
      platforms: [],
    });
    const branches = await again.world.platforms[0]?.repository.branches();
    expect(branches?.get('main')).toBe(head);
    await again.stop();
  });

  it('runs three platforms with a Kubernetes API per cluster and Argo CD or Flux, or edgit alone', async () => {
    const sandbox = await startSandbox({ ports: freePorts, stateDir: folder });
    const { tokens } = sandbox;
    const count = async (url: string, token: string) => {
      const response = await fetch(url, {
        headers: { authorization: `Bearer ${token}` },
      });
      return (await response.json()).items.length;
    };
    expect(
      sandbox.world.platforms.map(({ id, clusters, repository }) => [
        id,
        clusters,
        repository.fullName,
      ]),
    ).toEqual([
      ['edgit-k8s', ['edgit'], 'edgit/edgit-k8s'],
      ['pitower', ['pitower'], 'pitower/home-ops'],
      ['monosense', ['infra', 'apps'], 'monosense/k8s-gitops'],
    ]);
    expect(sandbox.clusters.edgit).toEqual({
      kubernetes: sandbox.urls.kubernetes,
      argocd: sandbox.urls.argocd,
    });
    const nodes = await Promise.all(
      Object.entries(sandbox.clusters).map(async ([name, { kubernetes }]) => [
        name,
        await count(`${kubernetes}/api/v1/nodes`, tokens.kubernetes),
      ]),
    );
    expect(nodes).toEqual([
      ['edgit', 8],
      ['pitower', 10],
      ['infra', 3],
      ['apps', 3],
    ]);
    expect(
      await count(
        `${sandbox.clusters.pitower?.argocd}/api/v1/applications`,
        tokens.argocd,
      ),
    ).toBeGreaterThan(35);
    const page = await (await fetch(sandbox.urls.control)).text();
    expect(page).toContain('Flux in infra');
    expect(page).not.toContain('not started');
    await sandbox.stop();

    const alone = await startSandbox({
      ports: freePorts,
      stateDir: folder,
      platforms: [],
    });
    expect(Object.keys(alone.clusters)).toEqual(['edgit']);
    expect(alone.world.platforms.map(({ id }) => id)).toEqual(['edgit-k8s']);
    await alone.stop();
    expect(await readdir(folder)).toEqual([]);
  });

  it.each([
    'forge',
    'control',
    'argocd',
    'oidc',
    'apps-kubernetes',
    'edgit-talos',
  ] as const)(
    'names the port and the system when the port of %s is taken, and stops what had started',
    async system => {
      const { port, free } = await takePort();
      await expect(
        startSandbox({
          ports: { ...freePorts, [system]: port },
          stateDir: folder,
          platforms: system === 'apps-kubernetes' ? ['monosense'] : [],
        }),
      ).rejects.toThrow(
        new RegExp(`^Port ${port} of the sandbox's .+ is taken; `),
      );
      expect(await readdir(folder)).toEqual([]);
      free();
    },
  );

  it('runs as a process that says when it is ready, and ends when it is told to', async () => {
    const child = startProcess({
      SANDBOX_FORGE_TOKEN: 'given',
      SANDBOX_TALOSCONFIG: join(folder, 'talos', 'config'),
      TMPDIR: folder,
    });
    let output = '';
    for await (const chunk of child.stdout) {
      output += chunk;
      if (output.includes('\n')) {
        break;
      }
    }
    expect(output).toBe('sandbox ready\n');
    expect(await readdir(join(folder, 'talos'))).toEqual(['config']);
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
    expect(await readdir(folder)).toEqual(['talos']);
    expect(await readdir(join(folder, 'talos'))).toEqual([]);
  });

  it('ends as a process with a sentence when it cannot start', async () => {
    const { port, free } = await takePort();
    const child = startProcess({
      SANDBOX_FORGE_PORT: String(port),
      TMPDIR: folder,
    });
    let complaint = '';
    child.stderr.on('data', chunk => {
      complaint += chunk;
    });
    expect(await once(child, 'exit')).toEqual([1, null]);
    expect(complaint).toContain(`Port ${port} of the sandbox's forge is taken`);
    free();
  });

  function startProcess(environment: Record<string, string>) {
    return spawn(
      process.execPath,
      [
        '--require',
        '@backstage/cli/config/nodeTransform.cjs',
        join(__dirname, 'main.ts'),
      ],
      {
        env: {
          PATH: process.env.PATH,
          SANDBOX_CONTROL_PORT: '0',
          SANDBOX_FORGE_PORT: '0',
          SANDBOX_KUBERNETES_PORT: '0',
          SANDBOX_ARGOCD_PORT: '0',
          SANDBOX_OIDC_PORT: '0',
          SANDBOX_PITOWER_KUBERNETES_PORT: '0',
          SANDBOX_PITOWER_ARGOCD_PORT: '0',
          SANDBOX_INFRA_KUBERNETES_PORT: '0',
          SANDBOX_APPS_KUBERNETES_PORT: '0',
          SANDBOX_EDGIT_TALOS_PORT: '0',
          SANDBOX_PITOWER_TALOS_PORT: '0',
          SANDBOX_INFRA_TALOS_PORT: '0',
          SANDBOX_APPS_TALOS_PORT: '0',
          ...environment,
        },
      },
    );
  }
});
