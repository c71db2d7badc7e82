import { Segment, Slot } from './Slot';

export interface PlacedSlot {
  slot: Slot;
  y: number;
  height: number;
}

/** Pixels between neighbours of a column. */
const gap = 6;
const laneHeight = 8;
/** So far below the first of what it is linked to an item may stand, to be seen together with it. */
const reach = 220;

/** Gives slots their height and place, in their order and without overlaps. */
export function placeSlots(
  columns: readonly (readonly Slot[])[],
  segments: readonly Segment[],
  heightOf: (column: number) => number,
): Map<Slot, PlacedSlot> {
  const placed = new Map<Slot, PlacedSlot>();
  const measure = (slot: Slot) =>
    slot.item ? heightOf(slot.column) : laneHeight;
  const totals = columns.map(slots =>
    slots.reduce((sum, slot) => sum + measure(slot) + gap, 0),
  );
  const longest = totals.indexOf(Math.max(0, ...totals));
  const neighbours = new Map<Slot, Slot[]>();
  for (const { from, to } of segments) {
    neighbours.set(from, [...(neighbours.get(from) ?? []), to]);
    neighbours.set(to, [...(neighbours.get(to) ?? []), from]);
  }

  const place = (column: number) => {
    let free = 0;
    for (const slot of columns[column]) {
      const height = measure(slot);
      const linked = (neighbours.get(slot) ?? []).flatMap(
        other => placed.get(other) ?? [],
      );
      // Lanes go wherever there is room for them.
      const items = linked.filter(other => other.slot.item);
      const beside = items.length > 0 ? items : linked;
      const y = Math.max(free, wishedTop(beside, height));
      placed.set(slot, { slot, y, height });
      free = y + height + gap;
    }
  };
  for (let column = longest; column >= 0; column -= 1) {
    place(column);
  }
  for (let column = longest + 1; column < columns.length; column += 1) {
    place(column);
  }
  return placed;
}

/** In the middle of its neighbours, though within reach of the first. */
function wishedTop(beside: readonly PlacedSlot[], height: number): number {
  if (beside.length === 0) {
    return 0;
  }
  const top = Math.min(...beside.map(({ y }) => y));
  const bottom = Math.max(...beside.map(other => other.y + other.height));
  return Math.round(Math.min((top + bottom - height) / 2, top + reach));
}
