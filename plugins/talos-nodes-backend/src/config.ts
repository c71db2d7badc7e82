import { readFileSync } from 'node:fs';
import type { RootConfigService } from '@backstage/backend-plugin-api';
import { ForwardedError, InputError } from '@backstage/errors';
import { z } from 'zod';

const clusterSchema = z.looseObject({
  name: z.string().min(1),
  talos: z
    .strictObject({
      talosconfig: z.string().min(1),
      context: z.string().min(1).optional(),
      refreshSeconds: z.number().min(1).default(60),
      deadlineSeconds: z.number().positive().default(5),
    })
    .optional(),
  prometheus: z
    .strictObject({
      url: z
        .url({
          protocol: /^https?$/,
          error: 'must be an http or https address',
        })
        .transform(url => url.replace(/\/+$/, '')),
      token: z.string().min(1).optional(),
    })
    .optional(),
});

const platformsSchema = z.record(
  z.string(),
  z.looseObject({ clusters: z.array(clusterSchema).default([]) }),
);

/** What the Kubernetes plugin is told of a cluster, as far as it is used here. */
const connectionSchema = z.looseObject({
  name: z.string(),
  url: z.url({ protocol: /^https?$/ }),
  serviceAccountToken: z.string().min(1),
  caData: z.string().optional(),
  caFile: z.string().optional(),
});

export interface KubernetesConnection {
  /** Without a trailing slash. */
  url: string;
  token: string;
  /** PEM; default: the authorities the system trusts. */
  authority?: string;
}

/** A cluster, with the sources that are configured for it. */
export interface NodeCluster {
  platform: string;
  cluster: string;
  talos?: { talosconfig: string; context?: string };
  kubernetes?: KubernetesConnection;
  prometheus?: { url: string; token?: string };
  refreshMilliseconds: number;
  deadlineMilliseconds: number;
}

/**
 * The clusters of all platforms. How Kubernetes is reached stands under
 * `kubernetes:`, where the Kubernetes plugin reads it.
 *
 * @throws InputError naming the key and what is wrong with its value.
 */
export function readNodeClusters(config: RootConfigService): NodeCluster[] {
  const parsed = platformsSchema.safeParse(
    config.getOptional('platforms') ?? {},
  );
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new InputError(
      `Configuration key platforms.${issue.path.join('.')}: ${issue.message}`,
    );
  }
  const connections = readConnections(config);
  return Object.entries(parsed.data).flatMap(([platform, { clusters }]) =>
    clusters.map(({ name, talos, prometheus }) => ({
      platform,
      cluster: name,
      talos: talos && {
        talosconfig: talos.talosconfig,
        context: talos.context,
      },
      kubernetes: connections.get(name),
      prometheus,
      refreshMilliseconds: (talos?.refreshSeconds ?? 60) * 1000,
      deadlineMilliseconds: (talos?.deadlineSeconds ?? 5) * 1000,
    })),
  );
}

function readConnections(
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
