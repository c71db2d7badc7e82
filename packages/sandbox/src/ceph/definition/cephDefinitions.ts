import type { CephDefinition, PoolDefinition } from './CephDefinition';
import { pacific, reef } from './CephRelease';

const gibibyte = 1024 ** 3;

const replicated = (
  name: string,
  application: PoolDefinition['application'],
  placementGroups: number,
  stored: { gibibytes: number; objects: number },
): PoolDefinition => ({
  name,
  application,
  redundancy: { kind: 'replicated', size: 3, minSize: 2 },
  placementGroups,
  storedBytes: Math.round(stored.gibibytes * gibibyte),
  objects: stored.objects,
});

/** The simulated Ceph clusters, of two releases. */
export const cephDefinitions: CephDefinition[] = [
  {
    cluster: 'pitower',
    fsid: '5d1c2f8e-3b7a-4c7e-9a55-0f2b6c1de201',
    release: reef,
    rook: 'v1.19.1',
    hosts: [
      {
        node: 'worker-01',
        address: '192.168.0.201',
        monitor: 'a',
        manager: 'a',
        metadataServer: 'ceph-filesystem-a',
      },
      {
        node: 'worker-02',
        address: '192.168.0.202',
        monitor: 'b',
        manager: 'b',
        metadataServer: 'ceph-filesystem-b',
      },
      { node: 'worker-03', address: '192.168.0.203', monitor: 'c' },
    ],
    pools: [
      replicated('.mgr', 'mgr', 1, { gibibytes: 0.002, objects: 2 }),
      replicated('ceph-block', 'rbd', 32, { gibibytes: 148, objects: 38_112 }),
      replicated('ceph-filesystem-metadata', 'cephfs-metadata', 16, {
        gibibytes: 0.4,
        objects: 1_214,
      }),
      replicated('ceph-filesystem-data0', 'cephfs-data', 32, {
        gibibytes: 61,
        objects: 16_820,
      }),
    ],
    filesystem: 'ceph-filesystem',
  },
  {
    cluster: 'infra',
    fsid: 'c3a9e0b4-71d6-4f0d-8f6b-94f1d7a4e302',
    release: pacific,
    rook: 'v1.18.6',
    hosts: [
      {
        node: 'infra-01',
        address: '10.25.11.11',
        monitor: 'a',
        metadataServer: 'ceph-filesystem-a',
      },
      {
        node: 'infra-02',
        address: '10.25.11.12',
        monitor: 'b',
        manager: 'a',
        metadataServer: 'ceph-filesystem-b',
      },
      { node: 'infra-03', address: '10.25.11.13', monitor: 'c', manager: 'b' },
    ],
    pools: [
      replicated('device_health_metrics', 'mgr', 1, {
        gibibytes: 0.001,
        objects: 3,
      }),
      replicated('replicapool', 'rbd', 64, {
        gibibytes: 236,
        objects: 61_440,
      }),
      {
        name: 'archive',
        application: 'rbd',
        redundancy: { kind: 'erasure', dataShards: 2, codingShards: 1 },
        placementGroups: 16,
        storedBytes: 90 * gibibyte,
        objects: 23_552,
      },
      replicated('ceph-filesystem-metadata', 'cephfs-metadata', 16, {
        gibibytes: 0.2,
        objects: 804,
      }),
      replicated('ceph-filesystem-data0', 'cephfs-data', 32, {
        gibibytes: 18,
        objects: 4_790,
      }),
    ],
    filesystem: 'ceph-filesystem',
    consumer: 'apps',
  },
];
