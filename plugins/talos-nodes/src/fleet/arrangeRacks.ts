import { NodeSummary } from '@internal/plugin-talos-nodes-common';

export interface RackSlot {
  node: NodeSummary;
  /** Lowest unit it takes, 1 being the bottom of the rack. */
  unit: number;
  /** How many units it takes. */
  height: number;
}

export interface Rack {
  name: string;
  /** In units. */
  height: number;
  /** From the top down. */
  slots: RackSlot[];
}

export interface Racks {
  racks: Rack[];
  /** Machines that stand in no unit of a rack, or in one that is taken. */
  shelf: NodeSummary[];
}

const usualHeights = [6, 12, 24, 42, 48];
/** Higher than any rack; what claims more stands on the shelf. */
const mostUnits = 60;

/** Puts machines where people say they stand. */
export function arrangeRacks(nodes: readonly NodeSummary[]): Racks {
  const racks = new Map<string, RackSlot[]>();
  const shelf: NodeSummary[] = [];
  for (const node of nodes) {
    const { rack, unit, height = 1 } = node.place ?? {};
    const slots = rack === undefined ? [] : (racks.get(rack) ?? []);
    if (
      rack === undefined ||
      unit === undefined ||
      !isFree(slots, unit, height)
    ) {
      shelf.push(node);
    } else {
      racks.set(rack, [...slots, { node, unit, height }]);
    }
  }
  return {
    racks: [...racks]
      .map(([name, slots]) => ({
        name,
        height: heightFor(slots),
        slots: slots.sort((a, b) => b.unit - a.unit),
      }))
      .sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true })),
    shelf,
  };
}

function isFree(
  slots: readonly RackSlot[],
  unit: number,
  height: number,
): boolean {
  const isSensible =
    Number.isInteger(unit) &&
    Number.isInteger(height) &&
    unit > 0 &&
    height > 0 &&
    unit + height - 1 <= mostUnits;
  return (
    isSensible &&
    slots.every(
      slot => unit + height <= slot.unit || slot.unit + slot.height <= unit,
    )
  );
}

function heightFor(slots: readonly RackSlot[]): number {
  const needed = Math.max(...slots.map(slot => slot.unit + slot.height - 1));
  return usualHeights.find(height => height >= needed) ?? needed;
}
