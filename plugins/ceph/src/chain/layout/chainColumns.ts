import { ChainKind } from '@internal/plugin-ceph-common';

/** Kinds from the machine to the owner; those of one column stand above each other. */
export const chainColumns: readonly (readonly ChainKind[])[] = [
  ['node'],
  ['disk'],
  ['osd'],
  ['pool', 'nfs-server'],
  ['volume'],
  ['claim'],
  ['app'],
  ['owner'],
];

/** 0-based place of a kind between the machine and the owner. */
export function columnOf(kind: ChainKind): number {
  return chainColumns.findIndex(kinds => kinds.includes(kind));
}
