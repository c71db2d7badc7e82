import type { StorageDevice } from '../definition/CephDefinition';

/** One object storage daemon. */
export interface Osd {
  id: number;
  device: StorageDevice;
  /** Somebody ended the daemon. */
  stopped: boolean;
  /** Takes part in the placement of data. */
  in: boolean;
  /** Since when it is down; undefined while it is up. */
  downSince?: Date;
  /** Epochs of the map at which it came up, and went last. */
  upFrom: number;
  downAt: number;
}

/** Dots cannot stand in CRUSH; Rook writes dashes. */
export function toCrushName(node: string): string {
  return node.replaceAll('.', '-');
}
