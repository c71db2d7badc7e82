import type { StorageSourceState } from '@internal/plugin-ceph-common';
import type { CephReading } from '../ceph/CephReading';
import type { Inventory } from '../inventory/Inventory';

/** Everything that was last read of one cluster. */
export interface ClusterReading {
  inventory: Inventory;
  ceph: readonly CephReading[];
  /** How the sources of Ceph were last asked. */
  sources: readonly StorageSourceState[];
}
