import {
  Chain,
  ChainItem,
  ChainLink,
  StorageSourceState,
} from '@internal/plugin-ceph-common';

/** A source that answers. */
export function fresh(
  source: StorageSourceState['source'],
): StorageSourceState {
  return { source, state: 'fresh', observedAt: new Date().toISOString() };
}

const machines = ['worker-01', 'worker-02', 'worker-03'];
const apps = [
  'paperless',
  'it-tools',
  'n8n',
  'matomo',
  'immich',
  'jellyfin',
  'home-assistant',
  'grafana',
];
const owners = ['atlas', 'borealis', 'platform'];

function item(
  kind: ChainItem['kind'],
  name: string,
  parts: Partial<ChainItem> = {},
): ChainItem {
  return {
    id: `${kind}:pitower/${name}`,
    kind,
    label: name,
    state: 'ok',
    cluster: 'pitower',
    ...parts,
  };
}

const link = (
  from: ChainItem,
  to: ChainItem,
  proof: ChainLink['proof'],
): ChainLink => ({ from: from.id, to: to.id, proof });

/**
 * Three machines with a disk and an OSD each, two pools over all of them, and
 * volumes of eight apps: mostly of the pools, every eighth on its machine
 * only, every eleventh on NFS. The last disk's link is not proven.
 */
export function buildChain(volumeCount = 6): Chain {
  const nodes = machines.map(name =>
    item('node', name, { entityRef: `resource:default/pitower.${name}` }),
  );
  const disks = machines.map((name, index) =>
    item('disk', `${name}/nvme0n1`, {
      label: 'nvme0n1',
      detail: `AirDisk 512GB SSD · S${index}XX1234`,
      entityRef: `resource:default/pitower.${name}.s${index}xx1234`,
    }),
  );
  const osds = machines.map((_, index) =>
    item('osd', `${index}`, {
      label: `osd.${index}`,
      state: index === 1 ? 'down' : 'ok',
      entityRef: `resource:default/pitower.rook-ceph.osd-${index}`,
    }),
  );
  const pools = ['ceph-blockpool', 'ceph-filesystem-data0'].map(name =>
    item('pool', name, { state: 'degraded', detail: '3 × host' }),
  );
  const nas = item('nfs-server', 'nas.lan', { state: 'unknown' });
  const appItems = apps.map(name =>
    item('app', name, { entityRef: `component:default/${name}` }),
  );
  const ownerItems = owners.map(name =>
    item('owner', name, { entityRef: `group:default/${name}` }),
  );
  const items = [...nodes, ...disks, ...osds, ...pools, ...ownerItems];
  const links = [
    ...nodes.map((node, index) => link(node, disks[index], 'machine')),
    ...disks.map((disk, index) =>
      link(disk, osds[index], index === 2 ? 'none' : 'serial'),
    ),
    ...osds.flatMap(osd => pools.map(pool => link(osd, pool, 'crush'))),
  ];
  for (let index = 0; index < volumeCount; index += 1) {
    const app = appItems[index % apps.length];
    const claim = item('claim', `${app.label}-data-${index}`);
    const volume = item('volume', `pvc-${(index * 7919 + 4096).toString(16)}`, {
      detail: `${index + 1} GB`,
    });
    if (index % 8 === 7) {
      links.push(link(nodes[index % 3], volume, 'local-path'));
    } else if (index % 11 === 10) {
      links.push(link(nas, volume, 'handle'));
    } else {
      const pool = pools[index % 5 === 4 ? 1 : 0];
      links.push(link(pool, volume, 'handle'));
      volume.state = 'degraded';
    }
    items.push(volume, claim);
    links.push(
      link(volume, claim, 'claim-reference'),
      link(claim, app, 'mount'),
    );
  }
  const used = new Set(links.flatMap(({ from, to }) => [from, to]));
  const usedApps = appItems.filter(({ id }) => used.has(id));
  return {
    items: [...items, ...usedApps, ...[nas].filter(({ id }) => used.has(id))],
    links: [
      ...links,
      ...usedApps.map((app, index) =>
        link(app, ownerItems[index % owners.length], 'ownership'),
      ),
    ],
    leftOut: [],
    sources: [fresh('kubernetes'), fresh('rook'), fresh('talos')],
  };
}
