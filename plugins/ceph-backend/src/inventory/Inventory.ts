import type {
  ClusterState,
  MachineDisksList,
  NodeSummary,
} from '@internal/plugin-talos-nodes-common';
import type { AppIndex, Pod } from '@internal/upstream';
import type { Budget } from './kubernetes/budgetSchema';
import type { Claim } from './kubernetes/claimSchema';
import type { KubernetesNode } from './kubernetes/nodeSchema';
import type { PersistentVolume } from './kubernetes/persistentVolumeSchema';
import type { StorageClass } from './kubernetes/storageClassSchema';
import type { Attachment } from './kubernetes/attachmentSchema';
import type { Kept } from './Kept';
import type { Longhorn } from './longhorn/LonghornReader';

/** The objects of one cluster, each kind with a state of its own. */
export interface KubernetesInventory {
  nodes: Kept<readonly KubernetesNode[]>;
  pods: Kept<readonly Pod[]>;
  volumes: Kept<readonly PersistentVolume[]>;
  claims: Kept<readonly Claim[]>;
  storageClasses: Kept<readonly StorageClass[]>;
  attachments: Kept<readonly Attachment[]>;
  budgets: Kept<readonly Budget[]>;
}

export type MachineDisks = MachineDisksList['items'][number];

/** What the machines tell of themselves, as the talos-nodes plugin knows it. */
export interface Machines {
  nodes: readonly NodeSummary[];
  /** By machine; of one that cannot be asked they are not known. */
  disks: readonly MachineDisks[];
  /** Health of the reading, and etcd; absent where the cluster is not read. */
  cluster?: ClusterState;
}

/** Everything beside Ceph that one cycle read of one cluster. */
export interface Inventory {
  platform: string;
  cluster: string;
  kubernetes: KubernetesInventory;
  /** Absent where no volume is Longhorn's. */
  longhorn?: Kept<Longhorn>;
  machines: Kept<Machines>;
  apps: Kept<AppIndex>;
}
