import type { Reading } from '@internal/plugin-ceph-common';

export interface EtcdMember {
  node: string;
  /** Takes no part in votes yet. */
  learner: boolean;
  leader: boolean;
  /** It answered for itself, and told of no error. */
  healthy: Reading<boolean>;
}

export interface EtcdFacts {
  members: readonly EtcdMember[];
  /** Machines with an alarm, such as `NOSPACE`. */
  alarms: readonly string[];
}
