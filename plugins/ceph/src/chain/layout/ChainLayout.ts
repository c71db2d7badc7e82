import { ChainItem, ChainKind, ChainLink } from '@internal/plugin-ceph-common';

/** Where an item stands; pixels from the picture's start and top. */
export interface PlacedItem {
  item: ChainItem;
  x: number;
  y: number;
  width: number;
  height: number;
  /** One line instead of two, because its column is long. */
  isCompact: boolean;
}

/** A column of items under the names of their kinds, items from the top down. */
export interface PlacedColumn {
  kinds: ChainKind[];
  x: number;
  width: number;
  items: PlacedItem[];
}

/** A curve; several links that run side by side share one. */
export interface Stroke {
  key: string;
  from: { x: number; y: number };
  to: { x: number; y: number };
  links: ChainLink[];
  /** Whether any of its links is proven. */
  isProven: boolean;
}

/** The chain as a picture, from the machine at the start to the owner at the end. */
export interface ChainLayout {
  columns: PlacedColumn[];
  strokes: Stroke[];
  width: number;
  height: number;
}
