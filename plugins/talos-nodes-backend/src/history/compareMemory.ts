import type { Hardware, NodeDetail } from '@internal/plugin-talos-nodes-common';
import type { Change } from './Change';

type Module = Hardware['memory']['modules'][number];

/** Modules that came, went or were replaced, by slot and bank. */
export function compareMemory(before: NodeDetail, after: NodeDetail): Change[] {
  const old = before.hardware.memory.modules;
  const now = after.hardware.memory.modules;
  if (old.length === 0 || now.length === 0) return [];
  // Older versions of Talos told only one of several modules of the same name.
  const isSameVersion =
    before.talosVersion.known &&
    after.talosVersion.known &&
    before.talosVersion.value === after.talosVersion.value;
  const slots = new Map(old.map(module => [keyOf(module), module]));
  const changes: Change[] = [];
  for (const module of now) {
    const earlier = slots.get(keyOf(module));
    slots.delete(keyOf(module));
    if (!earlier && !isSameVersion) continue;
    const [was, is] = [describe(earlier), describe(module)];
    if (was !== is) {
      const subject = nameSlot(module, now);
      changes.push({ kind: 'memory', subject, before: was, after: is });
    }
  }
  for (const module of slots.values()) {
    const was = describe(module);
    if (was !== undefined) {
      const subject = nameSlot(module, old);
      changes.push({ kind: 'memory', subject, before: was });
    }
  }
  return changes;
}

function keyOf({ slot, bank }: Module): string {
  return `${slot}\n${bank ?? ''}`;
}

/** Such as `DIMM B2`; with its bank, where slots of the same name are many. */
function nameSlot({ slot, bank }: Module, all: readonly Module[]): string {
  const name = /dimm/i.test(slot) ? slot : `DIMM ${slot}`;
  const isAlone = all.filter(other => other.slot === slot).length === 1;
  return isAlone || bank === undefined ? name : `${name} (${bank})`;
}

/** `undefined` for an empty slot. */
function describe(module: Module | undefined): string | undefined {
  if (!module?.populated) return undefined;
  const { sizeBytes, partNumber, serial } = module;
  return [
    sizeBytes.known && `${sizeBytes.value / 1024 ** 3} GiB`,
    partNumber.known && partNumber.value,
    serial.known && serial.value,
  ]
    .filter(part => part !== false)
    .join(' ');
}
