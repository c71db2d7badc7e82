import { readFileSync } from 'node:fs';
import type { RootConfigService } from '@backstage/backend-plugin-api';
import { ForwardedError } from '@backstage/errors';
import { z } from 'zod';

/** How the Kubernetes API of a cluster is reached. */
export interface KubernetesConnection {
  /** Without a trailing slash. */
  url: string;
  token: string;
  /** PEM; default: the authorities the system trusts. */
  authority?: string;
}

/** What the Kubernetes plugin is told of a cluster, as far as it is used here. */
const connectionSchema = z.looseObject({
  name: z.string(),
  url: z.url({ protocol: /^https?$/ }),
  serviceAccountToken: z.string().min(1),
  caData: z.string().optional(),
  caFile: z.string().optional(),
});

/**
 * The clusters under `kubernetes.clusterLocatorMethods` (type `config`, with
 * `serviceAccountToken`), by name; where the Kubernetes plugin reads them too.
 *
 * @throws ForwardedError where a certificate authority cannot be read.
 */
export function readKubernetesConnections(
  config: RootConfigService,
): Map<string, KubernetesConnection> {
  const methods =
    config.getOptionalConfigArray('kubernetes.clusterLocatorMethods') ?? [];
  return new Map(
    methods
      .filter(method => method.getOptionalString('type') === 'config')
      .flatMap(method => method.getOptionalConfigArray('clusters') ?? [])
      .flatMap(cluster => {
        const parsed = connectionSchema.safeParse(cluster.get());
        if (!parsed.success) return [];
        const { name, url, serviceAccountToken: token } = parsed.data;
        const authority = readAuthority(parsed.data);
        return [[name, { url: url.replace(/\/+$/, ''), token, authority }]];
      }),
  );
}

function readAuthority({
  name,
  caData,
  caFile,
}: z.output<typeof connectionSchema>) {
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
