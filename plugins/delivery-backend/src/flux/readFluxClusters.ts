import { readFileSync } from 'node:fs';
import type { RootConfigService } from '@backstage/backend-plugin-api';
import { ForwardedError, InputError } from '@backstage/errors';
import { z } from 'zod';
import type { WatchedCluster } from '../config';
import type { DeliverySource } from '../snapshots/DeliverySource';

/** One cluster whose Flux is read over its Kubernetes API. */
export interface FluxCluster extends DeliverySource {
  /** Kubernetes API, without a trailing slash. */
  url: string;
  token: string;
  /** Certificate authority of the Kubernetes API, as PEM; default: those the system trusts. */
  authority?: string;
  deadlineMilliseconds: number;
}

/** What the Kubernetes plugin is told of a cluster, as far as it is used here. */
const connectionSchema = z.looseObject({
  name: z.string(),
  url: z.url({ protocol: /^https?$/ }),
  serviceAccountToken: z.string().min(1),
  caData: z.string().optional(),
  caFile: z.string().optional(),
});
type Connection = z.output<typeof connectionSchema>;

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
  const connections = readConnections(config);
  return clusters.flatMap(({ platform, name, flux }) => {
    if (!flux) return [];
    const connection = connections.find(item => item.name === name);
    if (!connection) {
      throw new InputError(
        `Configuration key platforms.${platform}.clusters (${name}) flux: kubernetes.clusterLocatorMethods has no cluster ${name} of type config with url and serviceAccountToken; add it, for Flux is read over the Kubernetes API`,
      );
    }
    return {
      platform,
      cluster: name,
      url: connection.url.replace(/\/+$/, ''),
      token: connection.serviceAccountToken,
      authority: readAuthority(connection),
      pollMilliseconds: flux.pollSeconds * 1000,
      deadlineMilliseconds: flux.deadlineSeconds * 1000,
    };
  });
}

function readConnections(config: RootConfigService): Connection[] {
  const methods =
    config.getOptionalConfigArray('kubernetes.clusterLocatorMethods') ?? [];
  return methods
    .filter(method => method.getOptionalString('type') === 'config')
    .flatMap(method => method.getOptionalConfigArray('clusters') ?? [])
    .flatMap(cluster => {
      const parsed = connectionSchema.safeParse(cluster.get());
      return parsed.success ? [parsed.data] : [];
    });
}

function readAuthority({ name, caData, caFile }: Connection) {
  if (caData) return Buffer.from(caData, 'base64').toString('utf8');
  if (!caFile) return undefined;
  try {
    return readFileSync(caFile, 'utf8');
  } catch (error) {
    throw new ForwardedError(
      `The certificate authority of the cluster ${name} cannot be read; check caFile under kubernetes.clusterLocatorMethods`,
      error,
    );
  }
}
