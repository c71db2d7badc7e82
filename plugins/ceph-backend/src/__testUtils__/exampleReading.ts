import type { Entity } from '@backstage/catalog-model';
import type { CephDetail, Osd, Pool } from '@internal/plugin-ceph-common';
import { AppIndex, podSchema } from '@internal/upstream';
import type { z } from 'zod';
import type { Kept } from '../inventory/Kept';
import { attachmentSchema } from '../inventory/kubernetes/attachmentSchema';
import { budgetSchema } from '../inventory/kubernetes/budgetSchema';
import { claimSchema } from '../inventory/kubernetes/claimSchema';
import { nodeSchema } from '../inventory/kubernetes/nodeSchema';
import { persistentVolumeSchema } from '../inventory/kubernetes/persistentVolumeSchema';
import { storageClassSchema } from '../inventory/kubernetes/storageClassSchema';
import {
  longhornVolumeSchema,
  replicaSchema,
} from '../inventory/longhorn/longhornSchemas';
import type { ClusterReading } from '../model/ClusterReading';
import { type ExampleDisk, toMachine, toMachineDisks } from './exampleMachines';

const observedAt = '2026-03-01T10:00:00.000Z';
const notReported = { known: false, reason: 'not-reported' } as const;

export function told<T>(value: T) {
  return { known: true, value, source: 'ceph-manager', observedAt } as const;
}

export interface ExampleCluster {
  cluster?: string;
  nodes?: object[];
  pods?: object[];
  volumes?: object[];
  claims?: object[];
  classes?: object[];
  attachments?: object[];
  /** Longhorn's resources; absent: nobody asked for them. */
  longhorn?: { volumes: object[]; replicas: object[] };
  disks?: Record<string, ExampleDisk[]>;
  apps?: Entity[];
  ceph?: CephDetail[];
}

/** What one cycle reads of a cluster, all of it fresh. */
export function toReading(example: ExampleCluster): ClusterReading {
  const { cluster = 'east', disks = {} } = example;
  return {
    ceph: (example.ceph ?? []).map(detail => ({
      detail,
      rookOsds: new Map(),
      osdHostnames: new Map(),
    })),
    sources: [{ source: 'rook', state: 'fresh', observedAt }],
    inventory: {
      platform: 'home',
      cluster,
      kubernetes: {
        nodes: parse(example.nodes, nodeSchema),
        pods: parse(example.pods, podSchema),
        volumes: parse(example.volumes, persistentVolumeSchema),
        claims: parse(example.claims, claimSchema),
        storageClasses: parse(example.classes, storageClassSchema),
        attachments: parse(example.attachments, attachmentSchema),
        budgets: parse([], budgetSchema),
      },
      longhorn:
        example.longhorn &&
        fresh({
          volumes: example.longhorn.volumes.map(object =>
            longhornVolumeSchema.parse(object),
          ),
          replicas: example.longhorn.replicas.map(object =>
            replicaSchema.parse(object),
          ),
        }),
      machines: fresh({
        nodes: Object.keys(disks).map(name => toMachine(cluster, name)),
        disks: Object.entries(disks).map(([name, found]) =>
          toMachineDisks(cluster, name, found),
        ),
      }),
      apps: fresh(AppIndex.create(example.apps ?? [])),
    },
  };
}

function parse<T>(
  objects: object[] | undefined,
  schema: z.ZodType<T>,
): Kept<T[]> {
  return fresh((objects ?? []).map(object => schema.parse(object)));
}

function fresh<T>(value: T): Kept<T> {
  return { state: 'fresh', value, observedAt };
}

export function toOsd(osd: Partial<Osd> & { id: number }): Osd {
  return {
    up: true,
    in: true,
    deviceClass: 'ssd',
    sizeBytes: notReported,
    usedBytes: notReported,
    commitLatencyMilliseconds: notReported,
    devices: [],
    deviceIds: [],
    form: 'raw',
    entityRef: `resource:default/east.rook-ceph.osd-${osd.id}`,
    ...osd,
  };
}

export function toPool(
  pool: Partial<Pool> & { id: number; name: string },
): Pool {
  return {
    type: 'replicated',
    size: 3,
    minSize: 2,
    failureDomain: 'host',
    placementGroups: 32,
    states: [{ state: 'active+clean', count: 32 }],
    storedBytes: notReported,
    availableBytes: told(300e9),
    applications: ['rbd'],
    ...pool,
  };
}

export function toCeph(
  ceph: Partial<Omit<CephDetail, 'pools' | 'osdList'>> & {
    osdList?: Osd[];
    pools?: Pool[];
  },
): CephDetail {
  const { osdList, pools, ...rest } = ceph;
  const { cluster = 'east', name = 'rook-ceph' } = rest;
  return {
    platform: 'home',
    cluster,
    namespace: 'rook-ceph',
    name,
    entityRef: `resource:default/${cluster}.${name}`,
    fsid: 'f51d0000-0000-4000-8000-000000000001',
    external: false,
    health: 'ok',
    reasons: [],
    capacity: notReported,
    osds: notReported,
    sources: [],
    versions: [],
    usage: notReported,
    forecast: notReported,
    placementGroups: notReported,
    monitors: notReported,
    managers: notReported,
    filesystems: notReported,
    activity: notReported,
    flags: notReported,
    ...rest,
    pools: pools ? told(pools) : notReported,
    osdList: osdList ? told(osdList) : notReported,
  };
}
