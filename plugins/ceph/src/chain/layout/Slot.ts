import { ChainItem, ChainLink } from '@internal/plugin-ceph-common';

/** A place in a column: an item, or a lane in which links pass by the column. */
export interface Slot {
  id: string;
  column: number;
  item?: ChainItem;
}

/** The part of links that lies between two neighbouring columns. */
export interface Segment {
  from: Slot;
  to: Slot;
  links: ChainLink[];
  isProven: boolean;
}

/** Slots by column, and what connects neighbouring columns. */
export interface SlotGraph {
  /** Of each column, its place among all that there may be. */
  places: number[];
  columns: Slot[][];
  segments: Segment[];
}
