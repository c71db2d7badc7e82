import type { StorageDevice } from '../definition/CephDefinition';

/** One object storage daemon. */
export interface Osd {
  id: number;
  device: StorageDevice;
  /** Takes part in the placement of data. */
  in: boolean;
  /** Since when it is down; undefined while it is up. */
  downSince?: Date;
  /** The pod it started in. */
  pod: string;
  /** Epochs of the map at which it came up, and went last. */
  upFrom: number;
  downAt: number;
}

/** Such as `osd.0`. */
export function toDaemonName({ id }: Pick<Osd, 'id'>): string {
  return `osd.${id}`;
}

/** Dots cannot stand in CRUSH; Rook writes dashes. */
export function toCrushName(node: string): string {
  return node.replaceAll('.', '-');
}
