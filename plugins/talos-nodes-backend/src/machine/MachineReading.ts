import type { UnknownReason } from '@internal/plugin-talos-nodes-common';
import type { ResourceName, SpecOf, TalosResource } from '../talos/resources';

/** The resources of a type on a machine, or why they are not known. */
export type Listing<TName extends ResourceName> =
  | { known: true; items: TalosResource<SpecOf<TName>>[] }
  | { known: false; reason: UnknownReason };

export interface Mount {
  path: string;
  sizeBytes: number;
  availableBytes: number;
}

/** What changes seldom: hardware, versions, identity. */
export interface MachineReading {
  version?: { tag: string; architecture: string; mode: string };
  /** What the kernel has. */
  memoryBytes?: number;
  /** One entry a thread. */
  threads?: { model: string; physicalId: string; coreId: string }[];
  /** By the device that is mounted, such as `/dev/sda6`. */
  mounts?: ReadonlyMap<string, Mount>;
  listings: {
    [TName in Exclude<ResourceName, WatchedName | 'members'>]: Listing<TName>;
  };
}

type WatchedName = 'machineStatuses' | 'services' | 'diagnostics';

/** What is watched. */
export type WatchedListings = { [TName in WatchedName]: Listing<TName> };
