import type { CephStatus } from '../../model/CephStatus';
import { toSizes } from '../../model/PlacementGroup';

const types = [
  'osd',
  'host',
  'chassis',
  'rack',
  'row',
  'pdu',
  'pod',
  'room',
  'datacenter',
  'zone',
  'region',
  'root',
];
const rootType = types.length - 1;
const deviceClass = 'ssd';

/** Hosts with their OSDs; each host has one bucket more for its class of devices. */
function listHosts({ osds, definition }: CephStatus) {
  return definition.hosts
    .map(({ node }) => osds.filter(osd => osd.device.node === node))
    .flatMap((members, index) =>
      members[0]
        ? [{ id: -3 - 2 * index, name: members[0].host, members }]
        : [],
    );
}

/** Weights count TiB. */
function toWeight(bytes: number): number {
  return Math.round((bytes / 1024 ** 4) * 65_536) / 65_536;
}

/** The tree of root, hosts and OSDs. */
export function toTree(status: CephStatus) {
  const hosts = listHosts(status);
  return {
    nodes: [
      {
        id: -1,
        name: 'default',
        type: 'root',
        type_id: rootType,
        children: hosts.map(({ id }) => id).toReversed(),
      },
      ...hosts.flatMap(({ id, name, members }) => [
        {
          id,
          name,
          type: 'host',
          type_id: 1,
          pool_weights: {},
          children: members.map(osd => osd.id).toReversed(),
        },
        ...members.map(osd => ({
          id: osd.id,
          device_class: deviceClass,
          type: 'osd',
          type_id: 0,
          crush_weight: toWeight(osd.device.bytes),
          depth: 2,
          pool_weights: {},
          exists: 1,
          status: osd.up ? 'up' : 'down',
          reweight: Number(osd.in),
          primary_affinity: 1,
          name: `osd.${osd.id}`,
        })),
      ]),
    ],
    stray: [],
  };
}

/** Rules that choose one OSD on each host. */
export function toRules({ definition: { release, pools } }: CephStatus) {
  const erasure = pools.filter(
    ({ redundancy }) => redundancy.kind === 'erasure',
  );
  const old = (id: number, smallest: number, largest: number) =>
    release.name === 'pacific'
      ? { ruleset: id, min_size: smallest, max_size: largest }
      : {};
  const take = { op: 'take', item: -1, item_name: 'default' };
  return [
    {
      rule_id: 0,
      rule_name: 'replicated_rule',
      ...old(0, 1, 10),
      type: 1,
      steps: [
        take,
        { op: 'chooseleaf_firstn', num: 0, type: 'host' },
        { op: 'emit' },
      ],
    },
    ...erasure.map((pool, index) => ({
      rule_id: index + 1,
      rule_name: pool.name,
      ...old(index + 1, 3, toSizes(pool).size),
      type: 3,
      steps: [
        { op: 'set_chooseleaf_tries', num: 5 },
        { op: 'set_choose_tries', num: 100 },
        take,
        { op: 'chooseleaf_indep', num: 0, type: 'host' },
        { op: 'emit' },
      ],
    })),
  ];
}

/** The whole map. */
export function toCrush(status: CephStatus) {
  const hosts = listHosts(status);
  const weigh = (bytes: number) => Math.round(toWeight(bytes) * 65_536);
  const bucket = (
    id: number,
    name: string,
    type: number,
    items: { id: number; weight: number }[],
  ) => ({
    id,
    name,
    type_id: type,
    type_name: types[type] ?? '',
    weight: items.reduce((sum, { weight }) => sum + weight, 0),
    alg: 'straw2',
    hash: 'rjenkins1',
    items: items.map((item, pos) => ({ ...item, pos })),
  });
  const hostItems = hosts.map(({ id, name, members }) => ({
    id,
    name,
    items: members.map(osd => ({
      id: osd.id,
      weight: weigh(osd.device.bytes),
    })),
  }));
  const inRoot = (shift: number) =>
    hostItems.map(({ id, items }) => ({
      id: id - shift,
      weight: items.reduce((sum, { weight }) => sum + weight, 0),
    }));
  return {
    devices: status.osds.map(({ id }) => ({
      id,
      name: `osd.${id}`,
      class: deviceClass,
    })),
    types: types.map((name, type_id) => ({ type_id, name })),
    buckets: [
      bucket(-1, 'default', rootType, inRoot(0)),
      bucket(-2, `default~${deviceClass}`, rootType, inRoot(1)),
      ...hostItems.flatMap(({ id, name, items }) => [
        bucket(id, name, 1, items),
        bucket(id - 1, `${name}~${deviceClass}`, 1, items),
      ]),
    ],
    rules: toRules(status),
    tunables: {
      choose_local_tries: 0,
      choose_local_fallback_tries: 0,
      choose_total_tries: 50,
      chooseleaf_descend_once: 1,
      chooseleaf_vary_r: 1,
      chooseleaf_stable: 1,
      straw_calc_version: 1,
      allowed_bucket_algs: 54,
      profile: 'jewel',
      optimal_tunables: 1,
      legacy_tunables: 0,
      minimum_required_version: 'jewel',
      require_feature_tunables: 1,
      require_feature_tunables2: 1,
      has_v2_rules: 1,
      require_feature_tunables3: 1,
      has_v3_rules: 0,
      has_v4_buckets: 1,
      require_feature_tunables5: 1,
      has_v5_rules: 0,
    },
    choose_args: {},
  };
}
