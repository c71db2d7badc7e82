import { ChainItem, ChainLink } from '@internal/plugin-ceph-common';
import { columnOf } from './chainColumns';
import { Segment, Slot, SlotGraph } from './Slot';

/**
 * Gives every item a slot, leaves out columns without items, and cuts links
 * into segments. Links of one item that pass by a column share a lane there.
 */
export function buildSlots(
  items: readonly ChainItem[],
  links: readonly ChainLink[],
): SlotGraph {
  const used = [...new Set(items.map(item => columnOf(item.kind)))].sort(
    (a, b) => a - b,
  );
  const slots = new Map<string, Slot>();
  for (const item of [...items].sort(compareItems)) {
    const column = used.indexOf(columnOf(item.kind));
    slots.set(item.id, { id: item.id, column, item });
  }
  const lanes = new Map<string, Slot>();
  const segments = new Map<string, Segment>();
  const connect = (from: Slot, to: Slot, link: ChainLink) => {
    const isProven = link.proof !== 'none';
    const key = JSON.stringify([from.id, to.id, isProven]);
    const segment = segments.get(key) ?? { from, to, links: [], isProven };
    segment.links.push(link);
    segments.set(key, segment);
  };

  for (const link of [...links].sort(compareLinks)) {
    const from = slots.get(link.from);
    const to = slots.get(link.to);
    if (from && to && from.column < to.column) {
      let before = from;
      for (let column = from.column + 1; column < to.column; column += 1) {
        const id = JSON.stringify(['lane', from.id, column, link.proof]);
        const lane = lanes.get(id) ?? { id, column };
        lanes.set(id, lane);
        connect(before, lane, link);
        before = lane;
      }
      connect(before, to, link);
    }
  }
  return {
    places: used,
    columns: used.map((_, column) =>
      [...slots.values(), ...lanes.values()].filter(
        slot => slot.column === column,
      ),
    ),
    segments: [...segments.values()],
  };
}

function compareItems(a: ChainItem, b: ChainItem): number {
  return compareText(a.label, b.label) || compareText(a.id, b.id);
}

function compareLinks(a: ChainLink, b: ChainLink): number {
  return compareText(a.from, b.from) || compareText(a.to, b.to);
}

function compareText(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}
