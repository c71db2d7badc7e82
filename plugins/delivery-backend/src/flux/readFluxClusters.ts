import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  type KubernetesConnection,
  readKubernetesConnections,
} from '@internal/upstream';
import type { WatchedCluster } from '../config';
import type { DeliverySource } from '../snapshots/DeliverySource';

/** One cluster whose Flux is read over its Kubernetes API. */
export interface FluxCluster extends DeliverySource, KubernetesConnection {
  deadlineMilliseconds: number;
}

/**
 * The Flux clusters among what is watched. How to reach them stands under
 * `kubernetes:`, where the Kubernetes plugin reads it.
 *
 * @throws InputError where a cluster is missing there, or has no token.
 */
export function readFluxClusters(
  clusters: readonly WatchedCluster[],
  config: RootConfigService,
): FluxCluster[] {
  const connections = readKubernetesConnections(config);
  return clusters.flatMap(({ platform, name, flux }) => {
    if (!flux) return [];
    const connection = connections.get(name);
    if (!connection) {
      throw new InputError(
        `Configuration key platforms.${platform}.clusters (${name}) flux: kubernetes.clusterLocatorMethods has no cluster ${name} of type config with url and serviceAccountToken; add it, for Flux is read over the Kubernetes API`,
      );
    }
    return {
      ...connection,
      platform,
      cluster: name,
      pollMilliseconds: flux.pollSeconds * 1000,
      deadlineMilliseconds: flux.deadlineSeconds * 1000,
    };
  });
}
