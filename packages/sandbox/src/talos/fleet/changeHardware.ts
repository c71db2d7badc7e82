import { z } from 'zod';
import type { NewResource } from '../cosi/CosiState';
import type { SimulatedMachine } from './SimulatedMachine';

const disks = 'Disks.block.talos.dev';
const links = 'LinkStatuses.net.talos.dev';
const modules = 'MemoryModules.hardware.talos.dev';
const specSchema = z.record(z.string(), z.unknown());
const moduleSchema = z.looseObject({ sizeMiB: z.number().default(0) });

/** The last module is gone from its slot, as after a start at which it was not found. Returns its id. */
export function loseMemoryModule(machine: SimulatedMachine): string {
  const module = requireBuilt(machine, modules, ({ spec }) => sizeOf(spec) > 0);
  machine.missingMemoryKibibytes += sizeOf(module.spec) * 1024;
  machine.build({ ...module, spec: {} });
  return module.id;
}

/** Another disk is where one was: same name and size, other serial number. Returns its name. */
export function replaceDisk(machine: SimulatedMachine, name?: string): string {
  const disk = requireBuilt(machine, disks, ({ id, spec }) =>
    name === undefined
      ? specSchema.parse(spec).serial !== undefined
      : id === name,
  );
  const spec = specSchema.parse(disk.spec);
  const digits = machine.digits(`disk after ${String(spec.serial)}`, 12);
  machine.build({
    ...disk,
    spec: {
      ...spec,
      serial: `R${digits.toUpperCase()}`,
      ...(spec.wwid !== undefined && { wwid: `eui.${digits}0000` }),
      symlinks: [],
    },
  });
  return disk.id;
}

/** The port with the machine's address comes up with so many Mbit/s. Returns its name. */
export function changeLinkSpeed(
  machine: SimulatedMachine,
  speedMbit: number,
): string {
  const name = machine.model.kernel.addressLink;
  const link = requireBuilt(machine, links, ({ id }) => id === name);
  machine.build({
    ...link,
    spec: { ...specSchema.parse(link.spec), speedMbit },
  });
  return name;
}

/** A disk's model is text that is no UTF-8, as it comes from the firmware. Returns the disk's name. */
export function breakText(machine: SimulatedMachine): string {
  const disk = requireBuilt(machine, disks, ({ id }) => !id.startsWith('loop'));
  machine.build({
    ...disk,
    yamlSpec: Buffer.concat([
      Buffer.from(
        'dev_path: /dev/broken\nsize: 1000204886016\nmodel: "Broken ',
      ),
      Buffer.from([0xff, 0xfe]),
      Buffer.from(' disk"\n'),
    ]),
  });
  return disk.id;
}

/** A resource larger than any message may be: 33 MiB. Returns its type. */
export function buildOversized(
  machine: SimulatedMachine,
  type = 'PCIDevices.hardware.talos.dev',
): string {
  machine.state.put({
    type,
    id: 'zzzz-oversized',
    spec: {},
    yamlSpec: Buffer.concat([
      Buffer.from('class: "'),
      Buffer.alloc(33 * 1024 * 1024, 'a'),
      Buffer.from('"\n'),
    ]),
  });
  return type;
}

function sizeOf(spec: unknown): number {
  return moduleSchema.parse(spec).sizeMiB;
}

/** The last one that fits. */
function requireBuilt(
  machine: SimulatedMachine,
  type: string,
  fits: (resource: NewResource) => boolean,
): NewResource {
  const found = machine.hardware.findLast(
    resource => resource.type === type && fits(resource),
  );
  if (!found) {
    throw new Error(
      `The machine ${machine.definition.name} has nothing of ${type} to change.`,
    );
  }
  return found;
}
