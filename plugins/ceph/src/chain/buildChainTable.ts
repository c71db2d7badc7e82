import { ChainKind, ChainLink } from '@internal/plugin-ceph-common';
import { ChainRow, itemsOf } from './buildChainRows';

const columns: Record<string, readonly ChainKind[]> = {
  volume: ['volume'],
  claim: ['claim'],
  apps: ['app'],
  owners: ['owner'],
  pools: ['pool'],
  nfs_servers: ['nfs-server'],
  osds: ['osd'],
  disks: ['disk'],
  nodes: ['node'],
};

/** Rows of the chain under a header, for other programs: English names. */
export function buildChainTable(rows: readonly ChainRow[]): string[][] {
  return [
    [...Object.keys(columns), 'state', 'unproven_links'],
    ...rows.map(row => [
      ...Object.values(columns).map(kinds =>
        itemsOf(row, kinds)
          .map(({ label }) => label)
          .join('; '),
      ),
      row.state,
      row.links
        .filter(({ proof }) => proof === 'none')
        .map(link => nameLink(row, link))
        .join('; '),
    ]),
  ];
}

function nameLink(row: ChainRow, { from, to }: ChainLink): string {
  const nameOf = (id: string) =>
    row.items.find(item => item.id === id)?.label ?? id;
  return `${nameOf(from)} - ${nameOf(to)}`;
}
