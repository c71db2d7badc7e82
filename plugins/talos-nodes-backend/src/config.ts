import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  type KubernetesConnection,
  readKubernetesConnections,
} from '@internal/upstream';
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
  const connections = readKubernetesConnections(config);
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
