import { ChainItem, ChainLink } from '@internal/plugin-ceph-common';
import { buildSlots } from './buildSlots';
import { ChainLayout } from './ChainLayout';
import { drawStrokes } from './drawStrokes';
import { orderColumns } from './orderColumns';
import { placeSlots } from './placeSlots';

/** Narrower boxes cannot be read. */
const boxWidth = 98;
const columnGap = 26;
/** Columns with more items show one line of each. */
const mostTall = 12;
const tallHeight = 46;
const compactHeight = 28;

/**
 * Lays out the chain in columns, as narrow as it can be read. The same chain
 * gives the same layout, in whatever order it is told.
 */
export function layoutChain(chain: {
  items: readonly ChainItem[];
  links: readonly ChainLink[];
}): ChainLayout {
  const graph = buildSlots(chain.items, chain.links);
  const ordered = orderColumns(graph);
  const starts = ordered.map((_, column) => column * (boxWidth + columnGap));
  const isCompact = ordered.map(
    slots => slots.filter(({ item }) => item).length > mostTall,
  );
  const placed = placeSlots(ordered, graph.segments, column =>
    isCompact[column] ? compactHeight : tallHeight,
  );

  const columns = ordered.map((slots, column) => {
    const items = slots.flatMap(slot => {
      const place = placed.get(slot);
      return slot.item && place
        ? [
            {
              item: slot.item,
              x: starts[column],
              y: place.y,
              width: boxWidth,
              height: place.height,
              isCompact: isCompact[column],
            },
          ]
        : [];
    });
    const kinds = [...new Set(items.map(({ item }) => item.kind))];
    return { kinds, x: starts[column], width: boxWidth, items };
  });
  const bottoms = [...placed.values()].map(({ y, height }) => y + height);
  return {
    columns,
    strokes: drawStrokes(graph.segments, placed, {
      starts,
      width: boxWidth,
      gap: columnGap,
    }),
    width: Math.max(0, ordered.length * (boxWidth + columnGap) - columnGap),
    height: Math.max(0, ...bottoms),
  };
}
