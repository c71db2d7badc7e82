import type {
  CephDetail,
  CephSummary,
  Chain,
  Osd,
  VolumeList,
} from '@internal/plugin-ceph-common';
import type {
  Disk,
  NodeSummary,
  WorkloadList,
} from '@internal/plugin-talos-nodes-common';

const at = '2026-11-01T10:00:00Z';
const where = { platform: 'home', cluster: 'attic' };
const unknown = { known: false, reason: 'not-reported' } as const;
const unread = { known: false, reason: 'not-configured' } as const;
const talos = <T>(value: T) =>
  ({ known: true, value, source: 'talos' }) as const;

export function machine(name: string, address: string): NodeSummary {
  return {
    ...where,
    name,
    entityRef: `resource:default/attic.${name}`,
    state: 'ready',
    problems: [],
    role: talos('worker'),
    addresses: [address],
    architecture: talos('amd64'),
    manufacturer: talos('Acme'),
    model: talos('M1'),
    cores: unknown,
    threads: unknown,
    memoryInstalledBytes: unknown,
    memoryUsableBytes: unknown,
    disks: [],
    talosVersion: unknown,
    kubernetesVersion: unknown,
    kernelVersion: unknown,
    schematic: unknown,
    extensions: [],
    unschedulable: unknown,
    taints: [],
    observedAt: at,
  };
}

export function disk(name: string, serial: string | undefined): Disk {
  return {
    name,
    class: 'nvme',
    sizeBytes: 512e9,
    model: talos('Fast 512'),
    serial: serial ? talos(serial) : unknown,
    wwid: unknown,
    firmware: unknown,
    transport: unknown,
    system: false,
    readOnly: false,
    partitions: [],
    temperatureCelsius: unknown,
    healthy: unknown,
  };
}

export const machinesAnswer = (items: NodeSummary[]) => ({
  items,
  clusters: [
    {
      ...where,
      sources: [{ source: 'talos', observedAt: at }],
      etcd: unknown,
    },
  ],
});

export const disksAnswer = (
  items: { node: string; disks: Disk[] | undefined }[],
) => ({
  items: items.map(({ node, disks }) => ({
    ...where,
    node,
    entityRef: `resource:default/attic.${node}`,
    disks: disks ? talos(disks) : { known: false, reason: 'not-reachable' },
  })),
});

export const workloadsAnswer = (
  pods: { node: string; app: string }[],
): WorkloadList => ({
  items: pods.map(({ node, app }, index) => ({
    ...where,
    node,
    namespace: app,
    pod: `${app}-${index}`,
    phase: 'Running',
    ready: true,
    app: { name: app, entityRef: `component:default/${app}` },
  })),
  clusters: [{ ...where, pods: { observedAt: at }, apps: { observedAt: at } }],
});

const osd: Osd = {
  id: 0,
  up: true,
  in: true,
  node: 'loose',
  deviceClass: 'nvme',
  sizeBytes: unread,
  usedBytes: unread,
  commitLatencyMilliseconds: unread,
  devices: [],
  deviceIds: [],
  form: 'raw',
  entityRef: 'resource:default/attic.rook.osd-0',
};

const ceph: CephSummary = {
  ...where,
  namespace: 'rook-ceph',
  name: 'rook',
  entityRef: 'resource:default/attic.rook',
  external: false,
  health: 'ok',
  reasons: [],
  capacity: unread,
  osds: unread,
  sources: [],
};

export const clustersAnswer = (isKnown: boolean) => ({
  items: [
    {
      ...where,
      sources: [{ source: 'rook', state: isKnown ? 'fresh' : 'unreachable' }],
      ceph: isKnown ? [ceph] : [],
      volumes: 1,
    },
  ],
});

export const cephAnswer = (isKnown: boolean): CephDetail => ({
  ...ceph,
  versions: [],
  usage: unread,
  forecast: unread,
  pools: unread,
  placementGroups: unread,
  osdList: isKnown
    ? { known: true, value: [osd], source: 'rook', observedAt: at }
    : unread,
  monitors: unread,
  managers: unread,
  filesystems: unread,
  activity: unread,
  flags: unread,
});

export const chainAnswer: Chain = {
  items: [
    {
      id: 'disk',
      kind: 'disk',
      label: 'nvme0n1',
      state: 'ok',
      entityRef: 'resource:default/attic.loose.s-1',
    },
    {
      id: 'other',
      kind: 'disk',
      label: 'nvme1n1',
      state: 'ok',
      entityRef: 'resource:default/attic.loose.s-2',
    },
    {
      id: 'osd',
      kind: 'osd',
      label: 'osd.0',
      state: 'ok',
      entityRef: osd.entityRef,
    },
  ],
  links: [
    { from: 'disk', to: 'osd', proof: 'serial' },
    { from: 'other', to: 'osd', proof: 'none' },
  ],
  leftOut: [],
  sources: [],
};

export const volumesAnswer: VolumeList = {
  items: [
    {
      ...where,
      name: 'pv-1',
      kind: 'ceph-rbd',
      sizeBytes: 1,
      phase: 'Bound',
      accessModes: [],
      pods: [],
      attachedTo: [],
      apps: [
        {
          name: 'notes',
          namespace: 'notes',
          entityRef: 'component:default/notes',
        },
      ],
      state: 'ok',
      redundancy: unread,
      nodes: [],
      freeBytes: unread,
      ceph: {
        cluster: 'attic',
        name: 'rook',
        entityRef: ceph.entityRef,
        pool: 'rbd',
      },
    },
  ],
  total: 1,
  sources: [],
};
