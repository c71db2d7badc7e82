import type { Reading, StorageSourceState } from '@internal/plugin-ceph-common';
import type { PlacementGroup } from '../ceph/osdsOkToStop';

export interface OsdFacts {
  id: number;
  /** Machine as the OSD's own metadata name it. */
  node?: string;
  crushHost?: string;
  up: boolean;
  in: boolean;
}

export interface PoolFacts {
  id: number;
  name: string;
  size: number;
  minSize: number;
  /** CRUSH type over which copies are spread; absent where the rule cannot be summed up. */
  failureDomain?: string;
  /** OSDs its copies may lie on; absent where that is not known. */
  osds?: readonly number[];
}

/** One Ceph cluster whose daemons run on the cluster. Nothing is known unless Rook and the manager prove to be fresh. */
export interface CephFacts {
  name: string;
  /** Of its daemons' pods. */
  namespace: string;
  sources: readonly StorageSourceState[];
  osds: Reading<readonly OsdFacts[]>;
  pools: Reading<readonly PoolFacts[]>;
  placementGroups: Reading<readonly { state: string; count: number }[]>;
  /** Where each placement group lies; the manager's own API does not tell. */
  actingSets?: readonly PlacementGroup[];
  monitors: Reading<
    readonly { name: string; node?: string; inQuorum: boolean }[]
  >;
  managers: Reading<{ active?: string; standbys: readonly string[] }>;
  filesystems: Reading<
    readonly {
      name: string;
      standbys: readonly string[];
      failed: number;
    }[]
  >;
  flags: Reading<readonly { flag: string; scope?: string }[]>;
  /** Codes of health checks that are raised, muted ones too. */
  warnings: Reading<readonly string[]>;
}
