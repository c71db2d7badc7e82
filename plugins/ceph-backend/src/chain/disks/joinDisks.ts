import type { ChainProof, Osd } from '@internal/plugin-ceph-common';
import { compareDisk } from './compareDisk';
import type { DiskPlace } from './DiskPlace';

export interface DiskLink extends DiskPlace {
  proof: ChainProof;
}

/** Logical volumes and partitions are rounded to whole extents. */
const SIZE_TOLERANCE = 16 * 2 ** 20;

/**
 * The disks an OSD stores on. Serial number and world wide name prove a link
 * where exactly one disk has them; a kernel name needs a witness that no other
 * disk of the machine has too, and counts for nothing on a disk of another
 * serial number than Ceph names.
 */
export function joinDisks(
  osd: Osd,
  node: string | undefined,
  disks: {
    on: (node: string) => readonly DiskPlace[];
    all: readonly DiskPlace[];
  },
): DiskLink[] {
  const own = node === undefined ? [] : disks.on(node);
  const ids = osd.deviceIds.map(withoutName);
  const proven = ids.flatMap(
    id => findOnly(id, own) ?? findOnly(id, disks.all) ?? [],
  );
  return proven.length > 0 ? unique(proven) : joinByName(osd, ids, own);
}

/** Ceph writes `<kernel name>=<id>`. */
function withoutName(deviceId: string): string {
  return deviceId.slice(deviceId.indexOf('=') + 1);
}

function findOnly(
  id: string,
  places: readonly DiskPlace[],
): DiskLink | undefined {
  const compared = places.map(place => ({
    ...place,
    proof: compareDisk(id, place.disk),
  }));
  for (const proof of ['serial', 'wwn'] as const) {
    const found = compared.filter(place => place.proof === proof);
    if (found.length > 0) {
      const [{ node, disk }] = found;
      return found.length === 1 ? { node, disk, proof } : undefined;
    }
  }
  return undefined;
}

function joinByName(
  osd: Osd,
  ids: readonly string[],
  own: readonly DiskPlace[],
): DiskLink[] {
  return own
    .filter(
      ({ disk }) =>
        (osd.devices.includes(disk.name) ||
          disk.partitions.some(({ name }) => osd.devices.includes(name))) &&
        !(
          ids.length > 0 && ids.every(id => compareDisk(id, disk) === 'another')
        ),
    )
    .map(place => ({
      ...place,
      proof: hasWitness(osd, place, own) ? 'device-and-witness' : 'none',
    }));
}

function hasWitness(
  osd: Osd,
  place: DiskPlace,
  own: readonly DiskPlace[],
): boolean {
  return [isOfSize, holdsBluestore].some(
    isWitness =>
      isWitness(place, osd) &&
      !own.some(other => other !== place && isWitness(other, osd)),
  );
}

/** Of an OSD on several devices the size says nothing of one. */
function isOfSize({ disk }: DiskPlace, { sizeBytes, devices }: Osd): boolean {
  if (!sizeBytes.known || devices.length > 1) return false;
  return [disk, ...disk.partitions].some(
    part => Math.abs(part.sizeBytes - sizeBytes.value) <= SIZE_TOLERANCE,
  );
}

function holdsBluestore({ disk }: DiskPlace): boolean {
  return disk.partitions.some(({ content }) => content === 'bluestore');
}

function unique(links: readonly DiskLink[]): DiskLink[] {
  return [...new Map(links.map(link => [link.disk, link])).values()];
}
