import type { Disk } from '@internal/plugin-talos-nodes-common';

/** A disk and the machine that lists it. */
export interface DiskPlace {
  node: string;
  disk: Disk;
}
