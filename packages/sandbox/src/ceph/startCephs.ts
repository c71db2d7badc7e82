import type { Cluster } from '../kubernetes/Cluster';
import type { Talos } from '../talos/startTalos';
import type { World } from '../world/World';
import type { CephSystem } from './cephSystems';
import { cephDefinitions } from './definition/cephDefinitions';
import { startCeph, type StartedCeph } from './startCeph';

const systems: Record<string, { manager: CephSystem; metrics: CephSystem }> = {
  pitower: { manager: 'pitower-ceph', metrics: 'pitower-ceph-metrics' },
  infra: { manager: 'infra-ceph', metrics: 'infra-ceph-metrics' },
};
/** Shorter than Rook's minute, so that whoever changes something sees it soon. */
const intervalSeconds = 5;

/** Starts the Ceph clusters of the Kubernetes clusters that run; they are named after these. */
export async function startCephs(
  world: World,
  options: {
    kubernetes: Map<string, Cluster>;
    talos: Talos;
    ports: Record<CephSystem, number>;
    password: string;
    keep(stop: () => Promise<void> | void): void;
  },
): Promise<Record<string, StartedCeph>> {
  const { kubernetes, talos, ports, password, keep } = options;
  const started: Record<string, StartedCeph> = {};
  for (const definition of cephDefinitions) {
    const cluster = kubernetes.get(definition.cluster);
    const names = systems[definition.cluster];
    if (cluster && names) {
      started[definition.cluster] = await startCeph(world, {
        definition,
        cluster,
        consumer:
          definition.consumer === undefined
            ? undefined
            : kubernetes.get(definition.consumer),
        talos: talos.cluster(definition.cluster),
        systems: names,
        ports: { manager: ports[names.manager], metrics: ports[names.metrics] },
        password,
        intervalSeconds,
        keep,
      });
    }
  }
  return started;
}
