import { Slot, SlotGraph } from './Slot';

const rounds = 4;

/**
 * Puts slots beside what they are linked to, so that few links cross: each
 * column in turn follows the mean place of its neighbours to the right, then
 * to the left. Where nothing else decides, the order by name stays.
 */
export function orderColumns(graph: SlotGraph): Slot[][] {
  const before = new Map<Slot, Slot[]>();
  const after = new Map<Slot, Slot[]>();
  for (const { from, to } of graph.segments) {
    add(after, from, to);
    add(before, to, from);
  }
  const columns = graph.columns.map(slots => [...slots]);
  const leftwards = columns.map((_, index) => index).reverse();
  const rightwards = [...leftwards].reverse();
  for (let round = 0; round < rounds; round += 1) {
    for (const index of rightwards.slice(1)) {
      columns[index] = follow(columns[index], columns[index - 1], before);
    }
    for (const index of leftwards.slice(1)) {
      columns[index] = follow(columns[index], columns[index + 1], after);
    }
  }
  return columns;
}

function add(neighbours: Map<Slot, Slot[]>, slot: Slot, other: Slot): void {
  neighbours.set(slot, [...(neighbours.get(slot) ?? []), other]);
}

function follow(
  slots: readonly Slot[],
  ordered: readonly Slot[],
  neighbours: ReadonlyMap<Slot, readonly Slot[]>,
): Slot[] {
  const placeOf = new Map(ordered.map((slot, place) => [slot, place]));
  const scale = ordered.length / Math.max(1, slots.length);
  const wished = slots.map((slot, index) => {
    const places = (neighbours.get(slot) ?? []).flatMap(
      other => placeOf.get(other) ?? [],
    );
    // What has no neighbour there keeps its relative place.
    const place =
      places.length > 0
        ? places.reduce((sum, value) => sum + value, 0) / places.length
        : index * scale;
    return { slot, place, index };
  });
  return wished
    .sort((a, b) => a.place - b.place || a.index - b.index)
    .map(({ slot }) => slot);
}
