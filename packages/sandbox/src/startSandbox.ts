import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cephSystems } from './ceph/cephSystems';
import { startCephs } from './ceph/startCephs';
import type { StartedCeph } from './ceph/startCeph';
import { startControl } from './control/startControl';
import { startForge } from './forge/startForge';
import { seedRepositories } from './git/seedRepositories';
import type { RunningSystem } from './http/listen';
import type { Cluster } from './kubernetes/Cluster';
import { startOidc } from './oidc/startOidc';
import { people } from './people/people';
import {
  edgitCluster,
  edgitPlatform,
  simulatedPlatforms,
} from './platforms/simulatedPlatforms';
import { type ClusterUrls, startCluster } from './platforms/startCluster';
import type { SandboxTokens } from './world/SystemOptions';
import { toFleet } from './talos/fleet/fleets';
import { toMachineChanged } from './talos/fleet/toMachineChanged';
import { startTalos, type Talos } from './talos/startTalos';
import { createWorld, type World } from './world/World';

/** Those of a cluster other than `edgit` carry its name. */
export const sandboxSystems = [
  'control',
  'forge',
  'kubernetes',
  'argocd',
  'oidc',
  'pitower-kubernetes',
  'pitower-argocd',
  'infra-kubernetes',
  'apps-kubernetes',
  'edgit-talos',
  'pitower-talos',
  'infra-talos',
  'apps-talos',
  ...cephSystems,
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
  'pitower-kubernetes': 7405,
  'pitower-argocd': 7406,
  'infra-kubernetes': 7407,
  'apps-kubernetes': 7408,
  'edgit-talos': 7409,
  'pitower-talos': 7410,
  'infra-talos': 7411,
  'apps-talos': 7412,
  'pitower-ceph': 7413,
  'infra-ceph': 7414,
  'pitower-ceph-metrics': 7415,
  'infra-ceph-metrics': 7416,
};

/** For tests: each system takes a port that is free. */
export const freePorts: SandboxPorts = {
  control: 0,
  forge: 0,
  kubernetes: 0,
  argocd: 0,
  oidc: 0,
  'pitower-kubernetes': 0,
  'pitower-argocd': 0,
  'infra-kubernetes': 0,
  'apps-kubernetes': 0,
  'edgit-talos': 0,
  'pitower-talos': 0,
  'infra-talos': 0,
  'apps-talos': 0,
  'pitower-ceph': 0,
  'infra-ceph': 0,
  'pitower-ceph-metrics': 0,
  'infra-ceph-metrics': 0,
};

export interface SandboxOptions {
  /** Default: {@link defaultPorts}. */
  ports?: Partial<SandboxPorts>;
  /** Folder for the state, which is removed at the end; default: the system's folder for temporary files. */
  stateDir?: string;
  /** Folder whose folders become the GitOps repositories; default: the sandbox's own. */
  repositories?: string;
  /**
   * Ids of the platforms that run beside `edgit-k8s`, which always does.
   * Default: all that have a folder in `repositories`.
   */
  platforms?: string[];
  /**
   * Where the file is written that lets the portal read machines; it is removed
   * at the end. Default: a file below `stateDir`.
   */
  talosconfig?: string;
  /** Default: random ones. */
  tokens?: Partial<SandboxTokens>;
  /** Where the portal answers; default `http://localhost:7007`. */
  portalUrl?: string;
}

export interface Sandbox {
  /** `kubernetes` and `argocd` are those of the cluster `edgit`. */
  urls: Record<'control' | 'forge' | 'kubernetes' | 'argocd' | 'oidc', string>;
  /** Where each cluster that runs answers, by its name. */
  clusters: Record<string, ClusterUrls>;
  tokens: SandboxTokens;
  /** The machines of all clusters that run. */
  talos: Talos;
  /** The Ceph clusters that run, by the cluster they run in. */
  ceph: Record<string, StartedCeph>;
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
    ceph: randomBytes(20).toString('hex'),
    ...options.tokens,
  };
  const parent = options.stateDir ?? tmpdir();
  await mkdir(parent, { recursive: true });
  const stateDir = await mkdtemp(join(parent, 'sandbox-'));
  const gitRoot = join(stateDir, 'git');

  const stops: (() => Promise<void> | void)[] = [];
  const stop = async () => {
    await Promise.all(stops.map(stopOne => stopOne()));
    // A Git that was just ended may still write; so the removal is tried again.
    await rm(stateDir, { recursive: true, force: true, maxRetries: 5 });
  };
  const keep = async (starting: Promise<RunningSystem>) => {
    const system = await starting;
    stops.push(system.stop);
    return system.url;
  };

  try {
    const world = createWorld({ people });
    const common = { tokens, portalUrl };
    const forge = await keep(
      startForge(world, { ...common, port: ports.forge, gitRoot }),
    );
    const definitions = simulatedPlatforms.filter(
      ({ id }) =>
        id === edgitPlatform.id || (options.platforms?.includes(id) ?? true),
    );
    await seedRepositories(world, {
      platforms: definitions,
      repositories: options.repositories ?? ownRepositories(),
      gitRoot,
      forgeUrl: forge,
    });
    const clusters: Record<string, ClusterUrls> = {};
    const kubernetes = new Map<string, Cluster>();
    for (const platform of world.platforms) {
      const platformClusters =
        definitions.find(({ id }) => id === platform.id)?.clusters ?? [];
      for (const definition of platformClusters) {
        const { urls, cluster } = await startCluster(world, {
          ...common,
          platform,
          definition,
          ports,
          keep: stopOne => stops.push(stopOne),
        });
        clusters[definition.name] = urls;
        kubernetes.set(definition.name, cluster);
      }
    }
    const edgit = clusters[edgitCluster.name];
    if (!edgit?.argocd) {
      throw new Error(
        `The sandbox needs a folder ${edgitPlatform.id} among its repositories.`,
      );
    }
    const talos = await startTalos({
      stateDir: join(stateDir, 'talos'),
      readerConfig: options.talosconfig,
      fleets: definitions
        .filter(({ id }) => world.platforms.some(one => one.id === id))
        .flatMap(definition => definition.clusters)
        .map(toFleet),
      ports: {
        edgit: ports['edgit-talos'],
        pitower: ports['pitower-talos'],
        infra: ports['infra-talos'],
        apps: ports['apps-talos'],
      },
      systems: {
        edgit: 'edgit-talos',
        pitower: 'pitower-talos',
        infra: 'infra-talos',
        apps: 'apps-talos',
      },
      clock: world.clock,
      faults: world.faults,
      onChange: machine => world.events.emit(toMachineChanged(machine)),
    });
    stops.push(talos.stop);
    const ceph = await startCephs(world, {
      kubernetes,
      talos,
      ports,
      password: tokens.ceph,
      keep: stopOne => stops.push(stopOne),
    });
    for (const machine of talos.clusters.flatMap(({ machines }) => machines)) {
      world.events.emit(toMachineChanged(machine));
    }
    const urls = {
      forge,
      kubernetes: edgit.kubernetes,
      argocd: edgit.argocd,
      oidc: await keep(startOidc(world, { ...common, port: ports.oidc })),
    };
    const control = await keep(
      startControl(world, {
        ...common,
        port: ports.control,
        talos,
        clusters: kubernetes,
        ceph,
        urls: {
          ...urls,
          git: forge,
          'pitower-kubernetes': clusters.pitower?.kubernetes,
          'pitower-argocd': clusters.pitower?.argocd,
          ...Object.fromEntries(
            Object.entries(ceph).flatMap(([name, started]) => [
              [`${name}-ceph`, started.urls.manager],
              [`${name}-ceph-metrics`, `${started.urls.metrics}/metrics`],
            ]),
          ),
          'infra-kubernetes': clusters.infra?.kubernetes,
          'infra-flux': clusters.infra?.kubernetes,
          'apps-kubernetes': clusters.apps?.kubernetes,
          'apps-flux': clusters.apps?.kubernetes,
          ...Object.fromEntries(
            talos.clusters.map(({ name, endpoint }) => [
              `${name}-talos`,
              `https://${endpoint}`,
            ]),
          ),
        },
      }),
    );
    return {
      urls: { ...urls, control },
      clusters,
      tokens,
      talos,
      ceph,
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
