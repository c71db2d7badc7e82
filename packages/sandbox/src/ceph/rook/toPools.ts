import type { Manifest } from '../../kubernetes/KubernetesObject';
import type { PoolDefinition } from '../definition/CephDefinition';
import type { SimulatedCeph } from '../model/SimulatedCeph';
import { rookNamespace } from './toCephCluster';

/** The resources from which pools and the file system were made. */
export function toPools({ definition }: SimulatedCeph): Manifest[] {
  const { pools, filesystem } = definition;
  const spec = (pool: PoolDefinition) => ({
    failureDomain: 'host',
    deviceClass: 'ssd',
    ...(pool.redundancy.kind === 'replicated'
      ? {
          replicated: {
            size: pool.redundancy.size,
            requireSafeReplicaSize: true,
          },
        }
      : {
          erasureCoded: {
            dataChunks: pool.redundancy.dataShards,
            codingChunks: pool.redundancy.codingShards,
          },
        }),
  });
  const ofKind = (application: PoolDefinition['application']) =>
    pools.filter(pool => pool.application === application).map(spec);
  return [
    ...pools.flatMap((pool, index) =>
      pool.application === 'rbd'
        ? [
            {
              apiVersion: 'ceph.rook.io/v1',
              kind: 'CephBlockPool',
              metadata: { name: pool.name, namespace: rookNamespace },
              spec: spec(pool),
              status: {
                phase: 'Ready',
                poolID: index + 1,
                observedGeneration: 1,
                info: {
                  failureDomain: 'host',
                  type:
                    pool.redundancy.kind === 'replicated'
                      ? 'Replicated'
                      : 'Erasure Coded',
                },
              },
            },
          ]
        : [],
    ),
    {
      apiVersion: 'ceph.rook.io/v1',
      kind: 'CephFilesystem',
      metadata: { name: filesystem, namespace: rookNamespace },
      spec: {
        metadataPool: ofKind('cephfs-metadata')[0],
        dataPools: ofKind('cephfs-data').map((pool, index) => ({
          name: `data${index}`,
          ...pool,
        })),
        metadataServer: { activeCount: 1, activeStandby: true },
      },
      status: { phase: 'Ready', observedGeneration: 1 },
    },
  ];
}
