import { size } from './size';

const perMachine = size.osds / size.machines;
export const monitorNames = ['a', 'b', 'c'];
export const osdBytes = 512_110_190_592;

export function machineName(index: number): string {
  return `machine-${String(index).padStart(2, '0')}`;
}

export function serialOf(osd: number): string {
  return `S5X1NX0R${100_000 + osd}`;
}

const range = (length: number) => Array.from({ length }, (_, index) => index);

/** `GET /api/health/full` of a Ceph cluster in which all is well. */
export function toHealthFull() {
  const hostId = (machine: number) => -2 - machine;
  const osdsOf = (machine: number) =>
    range(perMachine).map(index => machine * perMachine + index);
  const machines = range(size.machines);
  const groups = size.placementGroups / size.pools;
  const pools = range(size.pools).map(index => ({
    pool: index + 1,
    pool_name: `pool-${index}`,
    type: 1,
    size: 3,
    min_size: 2,
    crush_rule: 0,
    pg_num: groups,
    application_metadata: { rbd: {} },
    pg_status: { 'active+clean': groups },
    stats: { stored: { latest: 1e12 }, max_avail: { latest: 4e12 } },
  }));
  const monitors = monitorNames.map((name, rank) => ({ name, rank }));
  return {
    health: { status: 'HEALTH_OK', checks: [] },
    mon_status: { quorum: [0, 1, 2], monmap: { fsid, mons: monitors } },
    fs_map: { standbys: [], filesystems: [] },
    osd_map: {
      fsid,
      flags_set: [],
      nearfull_ratio: 0.85,
      backfillfull_ratio: 0.9,
      full_ratio: 0.95,
      osds: range(size.osds).map(osd => ({
        osd,
        up: 1,
        in: 1,
        state: ['exists', 'up'],
      })),
      pools,
      tree: {
        nodes: [
          {
            id: -1,
            name: 'default',
            type: 'root',
            children: machines.map(hostId),
          },
          ...machines.map(machine => ({
            id: hostId(machine),
            name: machineName(machine),
            type: 'host',
            children: osdsOf(machine),
          })),
          ...range(size.osds).map(osd => ({
            id: osd,
            name: `osd.${osd}`,
            type: 'osd',
            device_class: 'ssd',
          })),
        ],
      },
      crush: {
        buckets: [
          {
            id: -1,
            name: 'default',
            items: machines.map(machine => ({ id: hostId(machine) })),
          },
          ...machines.map(machine => ({
            id: hostId(machine),
            name: machineName(machine),
            items: osdsOf(machine).map(id => ({ id })),
          })),
        ],
        rules: [
          {
            rule_id: 0,
            rule_name: 'replicated_rule',
            steps: [
              { op: 'take', item: -1, item_name: 'default' },
              { op: 'chooseleaf_firstn', num: 0, type: 'host' },
              { op: 'emit' },
            ],
          },
        ],
      },
      osd_metadata: Object.fromEntries(
        range(size.osds).map(osd => [
          osd,
          {
            hostname: machineName(Math.floor(osd / perMachine)),
            devices: `nvme${osd % perMachine}n1`,
            device_ids: `nvme${osd % perMachine}n1=Fast_512_${serialOf(osd)}`,
            bluestore_bdev_size: String(osdBytes),
            ceph_version_short: '18.2.7',
          },
        ]),
      ),
    },
    pools,
    pg_info: {
      statuses: { 'active+clean': size.placementGroups },
      object_stats: {
        num_objects: 1e6,
        num_objects_degraded: 0,
        num_objects_misplaced: 0,
        num_objects_unfound: 0,
      },
    },
    df: {
      stats: {
        total_bytes: size.osds * osdBytes,
        total_used_raw_bytes: size.osds * osdBytes * 0.4,
      },
    },
  };
}

/** `GET /api/osd`. */
export function toOsdList() {
  return range(size.osds).map(osd => ({
    osd,
    osd_stats: {
      kb: osdBytes / 1024,
      kb_used: (osdBytes / 1024) * 0.4,
      perf_stat: { commit_latency_ms: 2 },
    },
  }));
}

export const fsid = 'f51d0000-0000-4000-8000-000000000001';
