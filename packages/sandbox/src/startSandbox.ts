import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { startArgocd } from './argocd/startArgocd';
import { startControl } from './control/startControl';
import { startForge } from './forge/startForge';
import { seedRepositories } from './git/seedRepositories';
import type { RunningSystem } from './http/listen';
import { Cluster } from './kubernetes/Cluster';
import { startKubernetes } from './kubernetes/startKubernetes';
import { startOidc } from './oidc/startOidc';
import { people } from './people/people';
import { simulatedPlatforms } from './platforms/simulatedPlatforms';
import type { SandboxTokens } from './world/SystemOptions';
import { createWorld, type World } from './world/World';

export const sandboxSystems = [
  'control',
  'forge',
  'kubernetes',
  'argocd',
  'oidc',
] as const;
export type SandboxSystem = (typeof sandboxSystems)[number];
export type SandboxPorts = Record<SandboxSystem, number>;

/** Where the systems listen unless told otherwise. */
export const defaultPorts: SandboxPorts = {
  control: 7400,
  forge: 7401,
  kubernetes: 7402,
  argocd: 7403,
  oidc: 7404,
};

/** For tests: each system takes a port that is free. */
export const freePorts: SandboxPorts = {
  control: 0,
  forge: 0,
  kubernetes: 0,
  argocd: 0,
  oidc: 0,
};

export interface SandboxOptions {
  /** Default: {@link defaultPorts}. */
  ports?: Partial<SandboxPorts>;
  /** Folder for the state, which is removed at the end; default: the system's folder for temporary files. */
  stateDir?: string;
  /** Folder whose folders become the GitOps repositories; default: the sandbox's own. */
  repositories?: string;
  /** Default: random ones. */
  tokens?: Partial<SandboxTokens>;
  /** Where the portal answers; default `http://localhost:7007`. */
  portalUrl?: string;
}

export interface Sandbox {
  urls: Record<SandboxSystem, string>;
  tokens: SandboxTokens;
  world: World;
  stop(): Promise<void>;
}

/**
 * Starts all simulated systems on loopback, over one world. Rejects, with
 * nothing left running, when a port is taken.
 */
export async function startSandbox(
  options: SandboxOptions = {},
): Promise<Sandbox> {
  const ports = { ...defaultPorts, ...options.ports };
  const portalUrl = options.portalUrl ?? 'http://localhost:7007';
  const tokens: SandboxTokens = {
    forge: randomBytes(20).toString('hex'),
    argocd: randomBytes(20).toString('hex'),
    kubernetes: randomBytes(20).toString('hex'),
    oidcClientSecret: randomBytes(20).toString('hex'),
    ...options.tokens,
  };
  const parent = options.stateDir ?? tmpdir();
  await mkdir(parent, { recursive: true });
  const stateDir = await mkdtemp(join(parent, 'sandbox-'));
  const gitRoot = join(stateDir, 'git');

  const running: RunningSystem[] = [];
  const clusters: Cluster[] = [];
  const stop = async () => {
    await Promise.all(running.map(system => system.stop()));
    clusters.forEach(cluster => cluster.stop());
    // A Git that was just ended may still write; so the removal is tried again.
    await rm(stateDir, { recursive: true, force: true, maxRetries: 5 });
  };
  const keep = async (starting: Promise<RunningSystem>) => {
    const system = await starting;
    running.push(system);
    return system.url;
  };

  try {
    const world = createWorld({ people });
    const common = { tokens, portalUrl };
    const forge = await keep(
      startForge(world, { ...common, port: ports.forge, gitRoot }),
    );
    await seedRepositories(world, {
      platforms: simulatedPlatforms,
      repositories: options.repositories ?? ownRepositories(),
      gitRoot,
      forgeUrl: forge,
    });
    const [platform] = world.platforms;
    if (!platform) {
      throw new Error('The sandbox needs at least one folder of a repository.');
    }
    const cluster = new Cluster({ clock: world.clock });
    clusters.push(cluster);
    const urls = {
      forge,
      kubernetes: await keep(
        startKubernetes(world, { ...common, port: ports.kubernetes, cluster }),
      ),
      argocd: await keep(
        startArgocd(world, {
          ...common,
          port: ports.argocd,
          cluster,
          platform,
        }),
      ),
      oidc: await keep(startOidc(world, { ...common, port: ports.oidc })),
    };
    const control = await keep(
      startControl(world, {
        ...common,
        port: ports.control,
        urls: { ...urls, git: forge },
      }),
    );
    return {
      urls: { ...urls, control },
      tokens,
      world,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function ownRepositories(): string {
  return join(
    dirname(require.resolve('@internal/sandbox/package.json')),
    'repositories',
  );
}
