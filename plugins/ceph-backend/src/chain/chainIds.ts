import type { AppReference, CephDetail } from '@internal/plugin-ceph-common';

type Ceph = Pick<CephDetail, 'cluster' | 'name'>;

/** What tells the items of one platform's chain apart. */
export const chainIds = {
  node: (cluster: string, name: string) => `node:${cluster}/${name}`,
  disk: (cluster: string, node: string, kernelName: string) =>
    `disk:${cluster}/${node}/${kernelName}`,
  osd: ({ cluster, name }: Ceph, id: number) => `osd:${cluster}/${name}/${id}`,
  pool: ({ cluster, name }: Ceph, pool: string) =>
    `pool:${cluster}/${name}/${pool}`,
  nfsServer: (server: string) => `nfs-server:${server}`,
  volume: (cluster: string, name: string) => `volume:${cluster}/${name}`,
  claim: (cluster: string, claim: { namespace: string; name: string }) =>
    `claim:${cluster}/${claim.namespace}/${claim.name}`,
  app: (cluster: string, { entityRef, namespace, name }: AppReference) =>
    `app:${entityRef ?? `${cluster}/${namespace}/${name}`}`,
  owner: (entityRef: string) => `owner:${entityRef}`,
} as const;
