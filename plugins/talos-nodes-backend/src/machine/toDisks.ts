import type { Disk, DiskClass } from '@internal/plugin-talos-nodes-common';
import { cleanText, textFact } from '../facts/cleanText';
import { unknown } from '../facts/fact';
import type { SpecOf } from '../talos/resources';
import type { MachineReading } from './MachineReading';
import { toPartitions } from './toPartitions';

type DiskSpec = SpecOf<'disks'>;

const MADE_IN_SOFTWARE = /^(?:loop|ram|zram|dm-|nbd|rbd|drbd|md)\d/;
const PART_OF_ANOTHER = /^(?:mmcblk\d+boot\d|mtdblock)/;

/** Disks one could touch, and those of a virtual machine. */
export function toDisks(reading: MachineReading): Disk[] {
  const { disks, systemDisks } = reading.listings;
  if (!disks.known) return [];
  const system = systemDisks.known
    ? systemDisks.items.at(0)?.spec.diskID
    : undefined;
  return disks.items
    .filter(({ id, spec }) => isShown(id, spec))
    .map(({ id, spec }) => toDisk(id, spec, reading, system));
}

function toDisk(
  id: string,
  spec: DiskSpec,
  reading: MachineReading,
  system: string | undefined,
): Disk {
  const kind = toClass(id, spec);
  return {
    name: id,
    class: kind,
    sizeBytes: spec.size ?? 0,
    model: textFact(spec.model, 'talos'),
    serial: textFact(withoutModel(spec), 'talos'),
    wwid: textFact(spec.wwid, 'talos'),
    firmware: textFact(
      spec.firmware_version,
      'talos',
      kind === 'nvme' && spec.firmware_version === undefined
        ? 'too-old'
        : 'not-reported',
    ),
    transport: textFact(spec.transport, 'talos'),
    system: system === id,
    readOnly: spec.readonly ?? false,
    partitions: toPartitions(id, reading),
    temperatureCelsius: unknown('not-configured'),
    healthy: unknown('not-configured'),
  };
}

/** Block devices that come and go with workloads are no disks of the machine. */
function isShown(id: string, spec: DiskSpec): boolean {
  return (
    Boolean(spec.size) &&
    !MADE_IN_SOFTWARE.test(id) &&
    !PART_OF_ANOTHER.test(id) &&
    !spec.bus_path?.startsWith('/virtual') &&
    spec.transport !== 'iscsi' &&
    !/^VIRTUAL-DISK/.test(spec.model ?? '')
  );
}

function toClass(id: string, spec: DiskSpec): DiskClass {
  if (spec.cdrom) return 'optical';
  if (spec.transport === 'virtio' || /^vd[a-z]/.test(id)) return 'virtual';
  if (/^(?:QEMU|VMware|Virtual disk|VBOX)/i.test(spec.model ?? '')) {
    return 'virtual';
  }
  if (spec.transport === 'nvme' || id.startsWith('nvme')) return 'nvme';
  if (spec.transport === 'mmc' || id.startsWith('mmcblk')) return 'mmc';
  if (spec.rotational === undefined) return 'unknown';
  return spec.rotational ? 'hdd' : 'ssd';
}

/** Where the disk told no serial, Talos has udev's, which begins with the model. */
function withoutModel({ model, serial }: DiskSpec): string | undefined {
  const prefix = cleanText(model)?.replaceAll(' ', '_');
  return prefix && serial?.startsWith(`${prefix}_`)
    ? serial.slice(prefix.length + 1)
    : serial;
}
