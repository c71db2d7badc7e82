import { startArgocd } from '../argocd/startArgocd';
import { startFlux } from '../flux/startFlux';
import type { RunningSystem } from '../http/listen';
import { Cluster } from '../kubernetes/Cluster';
import { startKubernetes } from '../kubernetes/startKubernetes';
import type { SystemOptions } from '../world/SystemOptions';
import type { SimulatedPlatform, World } from '../world/World';
import type {
  ArgocdSystem,
  EngineCluster,
  KubernetesSystem,
} from './simulatedPlatforms';

/** Where a cluster answers. */
export interface ClusterUrls {
  kubernetes: string;
  /** Missing where Flux deploys. */
  argocd?: string;
}

/** A cluster that runs. */
export interface StartedCluster {
  cluster: Cluster;
  urls: ClusterUrls;
}

/**
 * Starts the Kubernetes API of a cluster and what deploys to it. Everything
 * that is to be stopped is given to `keep` as soon as it runs.
 */
export async function startCluster(
  world: World,
  options: Omit<SystemOptions, 'port'> & {
    ports: Record<KubernetesSystem | ArgocdSystem, number>;
    platform: SimulatedPlatform;
    definition: EngineCluster;
    keep(stop: () => Promise<void> | void): void;
  },
): Promise<StartedCluster> {
  const { definition, platform, ports, keep } = options;
  const { engine } = definition;
  const { tokens, portalUrl } = options;
  const start = async (starting: Promise<RunningSystem>) => {
    const system = await starting;
    keep(system.stop);
    return system.url;
  };
  const cluster = new Cluster({ clock: world.clock, definition });
  keep(() => cluster.stop());
  keep(
    world.events.on('machine-changed', change => {
      if (change.cluster === definition.name) {
        cluster.followMachine(change);
      }
    }),
  );
  const common = { tokens, portalUrl, cluster };
  const kubernetes = await start(
    startKubernetes(world, {
      ...common,
      port: ports[definition.kubernetes],
      system: definition.kubernetes,
    }),
  );
  if (engine.kind === 'flux') {
    keep(await startFlux(world, { cluster, platform, ...engine }));
    return { cluster, urls: { kubernetes } };
  }
  const { system, rootPath } = engine;
  const argocd = await start(
    startArgocd(world, {
      ...common,
      port: ports[system],
      platform,
      system,
      rootPath,
    }),
  );
  return { cluster, urls: { kubernetes, argocd } };
}
