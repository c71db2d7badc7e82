import { ChainKind } from '@internal/plugin-ceph-common';

/** Kinds from the machine to the owner; those of one column stand above each other, as wide as their names need. */
export const chainColumns: readonly {
  kinds: readonly ChainKind[];
  /** In pixels; narrower boxes cannot be read. */
  width: number;
}[] = [
  { kinds: ['node'], width: 100 },
  { kinds: ['disk'], width: 86 },
  { kinds: ['osd'], width: 76 },
  { kinds: ['pool', 'nfs-server'], width: 112 },
  { kinds: ['volume'], width: 80 },
  { kinds: ['claim'], width: 132 },
  { kinds: ['app'], width: 138 },
  { kinds: ['owner'], width: 84 },
];

/** 0-based place of a kind between the machine and the owner. */
export function columnOf(kind: ChainKind): number {
  return chainColumns.findIndex(({ kinds }) => kinds.includes(kind));
}
