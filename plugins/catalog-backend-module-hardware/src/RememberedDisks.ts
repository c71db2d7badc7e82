import type { MachineDisksList } from '@internal/plugin-talos-nodes-common';

type MachineDisks = MachineDisksList['items'][number];

/** Puts what was known of a machine's disks in the place of what is not known now. */
export class RememberedDisks {
  #before = new Map<string, MachineDisks>();

  fill(items: readonly MachineDisks[]): MachineDisks[] {
    const filled = items.map(item =>
      item.disks.known ? item : (this.#before.get(item.entityRef) ?? item),
    );
    this.#before = new Map(filled.map(item => [item.entityRef, item]));
    return filled;
  }
}
