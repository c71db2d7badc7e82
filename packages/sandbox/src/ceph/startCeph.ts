import type { RunningSystem } from '../http/listen';
import type { Cluster } from '../kubernetes/Cluster';
import type { TalosCluster } from '../talos/TalosCluster';
import type { World } from '../world/World';
import { CephInstallation } from './CephInstallation';
import type { CephDefinition } from './definition/CephDefinition';
import type { CephSystem } from './cephSystems';
import { startManager } from './manager/startManager';
import { CephScenarios } from './scenarios/CephScenarios';
import { startMetrics } from './metrics/startMetrics';

/** Where a Ceph cluster answers. */
export interface CephUrls {
  /** The REST API of its manager. */
  manager: string;
  /** The manager's numbers for Prometheus. */
  metrics: string;
}

export interface StartedCeph {
  installation: CephInstallation;
  scenarios: CephScenarios;
  urls: CephUrls;
}

/**
 * Starts a simulated Ceph cluster on the machines of a Kubernetes cluster, with
 * Rook's operator in that cluster and in the one that uses it. It follows what
 * happens to the machines. What is to be stopped is given to `keep` as soon as it runs.
 */
export async function startCeph(
  world: World,
  options: {
    definition: CephDefinition;
    cluster: Cluster;
    consumer?: Cluster;
    talos: TalosCluster;
    systems: { manager: CephSystem; metrics: CephSystem };
    ports: { manager: number; metrics: number };
    password: string;
    /** Between two looks of the operators. */
    intervalSeconds: number;
    keep(stop: () => Promise<void> | void): void;
  },
): Promise<StartedCeph> {
  const { definition, keep, systems, ports } = options;
  const installation = new CephInstallation({
    ...options,
    clock: world.clock,
  });
  keep(() => installation.stop());
  keep(
    world.events.on('machine-changed', ({ cluster, node, kubelet }) => {
      if (cluster === definition.cluster) {
        installation.followMachine(node, kubelet !== 'silent');
      }
    }),
  );
  const start = async (starting: Promise<RunningSystem>) => {
    const system = await starting;
    keep(system.stop);
    return system.url;
  };
  return {
    installation,
    scenarios: new CephScenarios(installation),
    urls: {
      manager: await start(
        startManager(world, {
          ...installation,
          port: ports.manager,
          system: systems.manager,
        }),
      ),
      metrics: await start(
        startMetrics(world, {
          ...installation,
          port: ports.metrics,
          system: systems.metrics,
        }),
      ),
    },
  };
}
