import { ChainItem, ChainLink } from '@internal/plugin-ceph-common';
import { buildSlots } from './buildSlots';
import { chainColumns } from './chainColumns';
import { ChainLayout } from './ChainLayout';
import { drawStrokes } from './drawStrokes';
import { orderColumns } from './orderColumns';
import { placeSlots } from './placeSlots';

const columnGap = 24;
/** Columns with more items show the name of each alone. */
const mostTall = 12;
const tallHeight = 46;
const compactHeight = 34;

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
  const widths = graph.places.map(place => chainColumns[place].width);
  const starts = widths.map((_, column) =>
    widths.slice(0, column).reduce((sum, width) => sum + width + columnGap, 0),
  );
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
              width: widths[column],
              height: place.height,
              isCompact: isCompact[column],
            },
          ]
        : [];
    });
    const kinds = [...new Set(items.map(({ item }) => item.kind))];
    return { kinds, x: starts[column], width: widths[column], items };
  });
  const bottoms = [...placed.values()].map(({ y, height }) => y + height);
  return {
    columns,
    strokes: drawStrokes(graph.segments, placed, {
      starts,
      widths,
      gap: columnGap,
    }),
    width: Math.max(0, (starts.at(-1) ?? 0) + (widths.at(-1) ?? 0)),
    height: Math.max(0, ...bottoms),
  };
}
