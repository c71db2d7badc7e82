import { readFileSync } from 'node:fs';
import type { RootConfigService } from '@backstage/backend-plugin-api';
import { ForwardedError, InputError } from '@backstage/errors';
import {
  type KubernetesConnection,
  readKubernetesConnections,
} from '@internal/upstream';
import { z } from 'zod';

const addressSchema = z
  .url({ protocol: /^https?$/, error: 'must be an http or https address' })
  .transform(url => url.replace(/\/+$/, ''));
const namespaceSchema = z
  .string()
  .regex(/^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/, {
    error: 'must be the name of a namespace',
  });

const clusterSchema = z.looseObject({
  name: z.string().min(1),
  ceph: z
    .strictObject({
      namespace: namespaceSchema.default('rook-ceph'),
      operatorNamespace: namespaceSchema.optional(),
      manager: z
        .strictObject({
          url: addressSchema,
          username: z.string().min(1),
          password: z.string().min(1),
          caFile: z.string().min(1).optional(),
        })
        .optional(),
      metrics: z
        .strictObject({
          url: addressSchema.transform(url => url.replace(/\/metrics$/, '')),
        })
        .optional(),
    })
    .optional(),
  storage: z
    .strictObject({
      refreshSeconds: z.number().min(1).default(30),
      deadlineSeconds: z.number().positive().default(5),
    })
    .default({ refreshSeconds: 30, deadlineSeconds: 5 }),
});

const platformsSchema = z.record(
  z.string(),
  z.looseObject({ clusters: z.array(clusterSchema).default([]) }),
);

/** How the REST API of Ceph's manager is reached. */
export interface ManagerConnection {
  /** Without a trailing slash. */
  url: string;
  username: string;
  password: string;
  /** PEM; default: the authorities the system trusts. */
  authority?: string;
}

/** Where Ceph is looked for on a cluster. */
export interface CephSources {
  namespace: string;
  operatorNamespace: string;
  manager?: ManagerConnection;
  /** Without `/metrics`. */
  metrics?: { url: string };
}

/** A cluster whose storage is read, with the sources that are configured for it. */
export interface StorageCluster {
  platform: string;
  cluster: string;
  kubernetes?: KubernetesConnection;
  ceph?: CephSources;
  refreshMilliseconds: number;
  deadlineMilliseconds: number;
}

/**
 * The clusters of all platforms. How Kubernetes is reached stands under
 * `kubernetes:`, where the Kubernetes plugin reads it.
 *
 * @throws InputError naming the key and what is wrong with its value.
 * @throws ForwardedError where a certificate authority cannot be read.
 */
export function readStorageClusters(
  config: RootConfigService,
): StorageCluster[] {
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
    clusters.map(({ name, ceph, storage }) => ({
      platform,
      cluster: name,
      kubernetes: connections.get(name),
      ceph: ceph && toCephSources(`platforms.${platform}, ${name}`, ceph),
      refreshMilliseconds: storage.refreshSeconds * 1000,
      deadlineMilliseconds: storage.deadlineSeconds * 1000,
    })),
  );
}

function toCephSources(
  where: string,
  ceph: NonNullable<z.output<typeof clusterSchema>['ceph']>,
): CephSources {
  const { namespace, operatorNamespace = namespace, manager, metrics } = ceph;
  if (!manager) return { namespace, operatorNamespace, metrics };
  const { caFile, ...connection } = manager;
  const authority = caFile && readAuthority(where, caFile);
  return {
    namespace,
    operatorNamespace,
    metrics,
    manager: { ...connection, ...(authority && { authority }) },
  };
}

function readAuthority(where: string, caFile: string): string {
  try {
    return readFileSync(caFile, 'utf8');
  } catch (error) {
    throw new ForwardedError(
      `The certificate authority of Ceph's manager (${where}) cannot be read; check ceph.manager.caFile`,
      error,
    );
  }
}
