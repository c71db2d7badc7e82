import type { Disk } from '@internal/plugin-talos-nodes-common';
import type { Change } from './Change';

/**
 * Disks that came, went or were replaced. The kernel may name them anew with
 * every start, so they are told apart by serial or world wide name first.
 */
export function compareDisks(
  before: readonly Disk[],
  after: readonly Disk[],
): Change[] {
  // Talos runs from a disk: none at all means that they were not read.
  if (before.length === 0 || after.length === 0) return [];
  const left = new Set(after.filter(isLasting));
  const missing = before.filter(isLasting).filter(disk => {
    const same = [...left].find(other => isSame(disk, other));
    if (same) left.delete(same);
    return same === undefined;
  });
  const changes = missing.map((disk): Change => {
    const other = [...left].find(({ name }) => name === disk.name);
    if (other) left.delete(other);
    return {
      kind: 'disk',
      subject: disk.name,
      before: describe(disk),
      after: other && describe(other),
    };
  });
  const added = [...left].map((disk): Change => ({
    kind: 'disk',
    subject: disk.name,
    after: describe(disk),
  }));
  return [...changes, ...added];
}

/** A medium in a drive is no disk of the machine. */
function isLasting(disk: Disk): boolean {
  return disk.class !== 'optical';
}

function isSame(left: Disk, right: Disk): boolean {
  const ids = [
    [left.serial, right.serial],
    [left.wwid, right.wwid],
  ] as const;
  for (const [one, other] of ids) {
    if (one.known && other.known) return one.value === other.value;
  }
  return left.name === right.name && left.sizeBytes === right.sizeBytes;
}

function describe({ model, serial, sizeBytes }: Disk): string {
  return [
    model.known && model.value,
    `${Math.round(sizeBytes / 1e9)} GB`,
    serial.known && serial.value,
  ]
    .filter(part => part !== false)
    .join(' ');
}
