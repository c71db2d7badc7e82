import {
  CephDetail,
  HealthReason,
  Osd,
  Pool,
  Reading,
  StorageList,
  StorageSourceState,
} from '@internal/plugin-ceph-common';
import { CephApi } from '..';

const now = () => new Date().toISOString();

export function known<T>(value: T): Reading<T> {
  return { known: true, value, source: 'ceph-manager', observedAt: now() };
}

export function source(
  parts: Partial<StorageSourceState> = {},
): StorageSourceState {
  return { source: 'rook', state: 'fresh', observedAt: now(), ...parts };
}

export function buildOsd(parts: Partial<Osd> & { id: number }): Osd {
  return {
    node: `worker-0${parts.id + 1}`,
    up: true,
    in: true,
    deviceClass: 'ssd',
    sizeBytes: known(512e9),
    usedBytes: known(200e9),
    commitLatencyMilliseconds: known(2),
    devices: ['nvme0n1'],
    deviceIds: [`Vendor_Model_S${parts.id}`],
    form: 'raw',
    entityRef: `resource:default/pitower.rook-ceph.osd-${parts.id}`,
    ...parts,
  };
}

export function buildPool(parts: Partial<Pool> = {}): Pool {
  return {
    id: 1,
    name: 'ceph-block',
    type: 'replicated',
    size: 3,
    minSize: 2,
    failureDomain: 'host',
    placementGroups: 32,
    storedBytes: known(100e9),
    availableBytes: known(250e9),
    applications: ['rbd'],
    ...parts,
  };
}

export function buildReason(
  parts: Partial<HealthReason> & { code: string },
): HealthReason {
  return {
    severity: 'warning',
    dataRisk: 'none',
    muted: false,
    since: now(),
    raw: [`raw text of ${parts.code}`],
    ...parts,
    affects: { hosts: [], osds: [], pools: [], apps: [], ...parts.affects },
  };
}

/** A healthy Ceph cluster of which everything is known, but for what `parts` say. */
export function buildCeph(parts: Partial<CephDetail> = {}): CephDetail {
  return {
    platform: 'pitower',
    cluster: 'pitower',
    namespace: 'rook-ceph',
    name: 'rook-ceph',
    entityRef: 'resource:default/pitower.rook-ceph',
    fsid: 'a-b-c',
    external: false,
    health: 'ok',
    since: now(),
    reasons: [],
    capacity: known({ totalBytes: 1500e9, usedBytes: 600e9 }),
    osds: known({ total: 3, up: 3, in: 3 }),
    sources: [source(), source({ source: 'ceph-manager' })],
    versions: [{ version: '18.2.7', daemons: 10 }],
    usage: known({
      totalBytes: 1500e9,
      usedBytes: 600e9,
      nearFull: 0.85,
      backfillFull: 0.9,
      full: 0.95,
    }),
    forecast: known({
      bytesPerDay: 2e9,
      days: 20,
      fullBetween: {
        earliest: '2030-03-01T00:00:00Z',
        latest: '2030-06-10T00:00:00Z',
      },
    }),
    pools: known([buildPool()]),
    placementGroups: known({
      states: [{ state: 'active+clean', count: 81 }],
      clean: 81,
      degraded: 0,
      recovering: 0,
      inactive: 0,
      objects: { total: 5000, degraded: 0, misplaced: 0, unfound: 0 },
    }),
    osdList: known([0, 1, 2].map(id => buildOsd({ id }))),
    monitors: known(['a', 'b', 'c'].map(name => ({ name, inQuorum: true }))),
    managers: known({ active: 'a', standbys: ['b'], nodes: [] }),
    filesystems: known([]),
    activity: known({
      readBytesPerSecond: 1e6,
      writtenBytesPerSecond: 2e6,
      readsPerSecond: 10,
      writesPerSecond: 20,
      recoveredBytesPerSecond: 0,
    }),
    flags: known([]),
    ...parts,
  };
}

export function listOf(
  ceph: CephDetail[],
  parts: Partial<StorageList['items'][number]> = {},
): StorageList {
  return {
    items: [
      {
        platform: 'pitower',
        cluster: 'pitower',
        sources: [source()],
        ceph,
        volumes: 31,
        ...parts,
      },
    ],
  };
}

/** What a backend says that knows one Ceph cluster. */
export function knowing(ceph: CephDetail): Partial<CephApi> {
  return {
    listStorage: async () => listOf([ceph]),
    getCeph: async () => ceph,
    listSamples: async () => [
      { at: '2026-01-01T00:00:00Z', health: 'ok', usedBytes: 500e9 },
      {
        at: '2026-01-01T01:00:00Z',
        health: 'ok',
        usedBytes: 600e9,
        readBytesPerSecond: 3e6,
      },
    ],
  };
}
