import type { Cluster } from '../kubernetes/Cluster';
import type { FaultSystem } from '../world/faults';
import type { SimulatedPlatform, World } from '../world/World';
import { Flux } from './Flux';

/** Starts Flux in a cluster; answers with how to stop it. It is read over the Kubernetes API alone. */
export async function startFlux(
  world: World,
  options: {
    cluster: Cluster;
    /** The platform whose repository it follows. */
    platform: SimulatedPlatform;
    system: FaultSystem;
    /** Folder that the first Kustomization of the cluster applies. */
    path: string;
    /** Milliseconds from seeing a change until it is reconciled; default 200. */
    reconcileMs?: number;
  },
): Promise<() => void> {
  const { cluster, platform, system, path } = options;
  const flux = new Flux({
    repository: platform.repository,
    cluster,
    clock: world.clock,
    faults: world.faults,
    system,
    path,
    reconcileMs: options.reconcileMs ?? 200,
  });
  await flux.start();
  return () => flux.stop();
}
