import type { MaintenanceInputId, MaintenanceVerdict } from '../Maintenance';

/** A sentence for each verdict. */
export const maintenanceVerdictWords = {
  safe: 'This machine may go down.',
  'safe-after-steps': 'This machine may go down after these steps.',
  unsafe: 'This machine must stay up now.',
  unknown: 'It cannot be told whether this machine may go down.',
} as const satisfies Record<MaintenanceVerdict, string>;

/** What each input looks at. */
export const maintenanceInputWords = {
  etcd: 'Etcd',
  osds: 'Data on Ceph',
  monitors: 'Monitors of Ceph',
  'ceph-daemons': 'Manager and metadata servers of Ceph',
  recovery: 'Repair in Ceph',
  'disruption-budgets': 'Disruption budgets',
  'bare-pods': 'Pods without a controller',
  'local-volumes': 'Volumes on this machine only',
  'bound-pods': 'Pods bound to this machine',
  capacity: 'Room on other machines',
  'other-maintenance': 'Other maintenance',
} as const satisfies Record<MaintenanceInputId, string>;

/** Why an app does not run while the machine is down. */
export const stoppingReasonWords = {
  'data-blocked': 'Its data cannot be read or written.',
  'local-volume': 'Its volume exists on this machine only.',
  'bound-pod': 'It may run on this machine only.',
  'bare-pod': 'It has no controller that starts it again.',
  'no-capacity': 'No other machine has room for it.',
} as const;

export type StoppingReason = keyof typeof stoppingReasonWords;
