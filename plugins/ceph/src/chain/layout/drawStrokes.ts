import { Stroke } from './ChainLayout';
import { PlacedSlot } from './placeSlots';
import { Segment, Slot } from './Slot';

interface Columns {
  /** Pixels from the start to each column. */
  starts: readonly number[];
  widths: readonly number[];
  gap: number;
}

/**
 * Draws segments as curves between boxes. Where several items are linked to
 * the same several others, their curves meet in one point and part again.
 */
export function drawStrokes(
  segments: readonly Segment[],
  placed: ReadonlyMap<Slot, PlacedSlot>,
  columns: Columns,
): Stroke[] {
  const middle = (slot: Slot) => {
    const place = placed.get(slot);
    return place ? place.y + place.height / 2 : 0;
  };
  const leaving = (slot: Slot) => ({
    x: columns.starts[slot.column] + columns.widths[slot.column],
    y: middle(slot),
  });
  const arriving = (slot: Slot) => ({
    x: columns.starts[slot.column],
    y: middle(slot),
  });
  const strokes: Stroke[] = [...placed.keys()]
    .filter(slot => !slot.item)
    .map(lane => {
      const links = segments
        .filter(({ to }) => to === lane)
        .flatMap(segment => segment.links);
      return {
        key: lane.id,
        from: arriving(lane),
        to: leaving(lane),
        links,
        isProven: links.some(({ proof }) => proof !== 'none'),
      };
    });

  for (const bundle of bundleSegments(segments)) {
    const [{ isProven }] = bundle;
    const froms = [...new Set(bundle.map(({ from }) => from))];
    const tos = [...new Set(bundle.map(({ to }) => to))];
    if (froms.length * tos.length > froms.length + tos.length) {
      const ends = [...froms, ...tos].map(middle);
      const meeting = {
        x: columns.starts[tos[0].column] - columns.gap / 2,
        y: ends.reduce((sum, y) => sum + y, 0) / ends.length,
      };
      const linksOf = (end: 'from' | 'to', slot: Slot) =>
        bundle.flatMap(segment => (segment[end] === slot ? segment.links : []));
      strokes.push(
        ...froms.map(slot => ({
          key: JSON.stringify(['leave', slot.id, isProven]),
          from: leaving(slot),
          to: meeting,
          links: linksOf('from', slot),
          isProven,
        })),
        ...tos.map(slot => ({
          key: JSON.stringify(['arrive', slot.id, isProven]),
          from: meeting,
          to: arriving(slot),
          links: linksOf('to', slot),
          isProven,
        })),
      );
    } else {
      strokes.push(
        ...bundle.map(({ from, to, links }) => ({
          key: JSON.stringify([from.id, to.id, isProven]),
          from: leaving(from),
          to: arriving(to),
          links,
          isProven,
        })),
      );
    }
  }
  return strokes;
}

/** Segments of all slots that are linked to the very same others. */
function bundleSegments(segments: readonly Segment[]): Segment[][] {
  const leaving = new Map<string, Segment[]>();
  for (const segment of segments) {
    const key = JSON.stringify([segment.from.id, segment.isProven]);
    leaving.set(key, [...(leaving.get(key) ?? []), segment]);
  }
  const bundles = new Map<string, Segment[]>();
  for (const fan of leaving.values()) {
    const targets = fan.map(({ to }) => to.id).sort();
    const key = JSON.stringify([targets, fan[0].isProven]);
    bundles.set(key, [...(bundles.get(key) ?? []), ...fan]);
  }
  return [...bundles.values()];
}
