import type {
  Reading,
  StorageSourceState,
  Volume,
} from '@internal/plugin-ceph-common';
import type { CephFacts } from './CephFacts';
import type { EtcdFacts } from './EtcdFacts';
import type { MachineFacts } from './MachineFacts';
import type { BudgetFacts, PodFacts } from './PodFacts';

/**
 * Everything that is looked at before a machine of a cluster goes down. Each
 * piece is known, with its age, or unknown, with the reason; an empty list is
 * knowledge.
 */
export interface ClusterFacts {
  platform: string;
  cluster: string;
  sources: readonly StorageSourceState[];
  machines: Reading<readonly MachineFacts[]>;
  etcd: Reading<EtcdFacts>;
  /** Without those that are finished. */
  pods: Reading<readonly PodFacts[]>;
  budgets: Reading<readonly BudgetFacts[]>;
  volumes: Reading<readonly Volume[]>;
  /** Volumes of other clusters on the Ceph of this one. */
  guestVolumes: Reading<readonly Volume[]>;
  /** Ceph clusters whose daemons run here; none where that is proven. */
  ceph: Reading<readonly CephFacts[]>;
}
