import type { NotificationSendOptions } from '@backstage/plugin-notifications-node';

export type AlertTopic = 'health' | 'osds' | 'capacity' | 'maintenance';

/** Something people are notified of while it is so. */
export interface Alert {
  /** Stable; unique on its cluster, such as `rook-ceph/osd.3`. */
  key: string;
  topic: AlertTopic;
  /** How bad it is; 0 is well, and what is not listed is well, too. */
  level: number;
  /** Something is not known, which is told later than what is. */
  isUnknown: boolean;
  /** How it is when it is first seen is no news; each change is, for the better too. */
  isNewsOnlyAsChange?: boolean;
  sentence: string;
  severity: NonNullable<NotificationSendOptions['payload']['severity']>;
  /** Entity refs of the owners of affected apps. */
  owners: readonly string[];
}

/** What one cycle found on one cluster. */
export interface Observation {
  alerts: readonly Alert[];
  /** Beginnings of keys of which nothing is known now: how they were last stays. */
  unread: readonly string[];
}
