import type { MaintenanceInput } from '../Maintenance';

type Result = MaintenanceInput['result'];

interface Reason {
  result: Result;
  /** English; `{{name}}` stands for a value of that name. */
  words: string;
}

/**
 * Why an input is as it is: the result each reason goes with, and its words.
 * Names of what it is about (`subjects`) are shown beside the words.
 */
export const maintenanceReasons = {
  'etcd-keeps-majority': {
    result: 'fine',
    words:
      'Without this machine {{healthy}} of {{voters}} voters are healthy; {{needed}} are needed.',
  },
  'etcd-not-a-member': {
    result: 'not-applicable',
    words: 'The machine is a worker and no member of etcd.',
  },
  'etcd-leader': {
    result: 'step',
    words:
      'The machine leads etcd. Hand leadership over first; then {{healthy}} of {{voters}} voters stay, and {{needed}} are needed.',
  },
  'etcd-learner': {
    result: 'step',
    words: 'Etcd takes in a new member. Wait until it is a voter.',
  },
  'etcd-only-voter': {
    result: 'blocks',
    words: 'It is the only voter of etcd: without it the Kubernetes API stops.',
  },
  'etcd-two-voters': {
    result: 'blocks',
    words:
      'Etcd has two voters and needs both: without one the Kubernetes API stops.',
  },
  'etcd-majority-lost': {
    result: 'blocks',
    words:
      'Without this machine only {{healthy}} of {{voters}} voters are healthy, and {{needed}} are needed: the Kubernetes API would stop.',
  },
  'etcd-no-leader': {
    result: 'blocks',
    words: 'Etcd has no leader: the Kubernetes API does not take changes.',
  },
  'etcd-alarm': {
    result: 'blocks',
    words: 'Etcd raises an alarm. Settle it before a member goes down.',
  },
  'etcd-members-differ': {
    result: 'unknown',
    words:
      'Members of etcd and control-plane machines are not the same, so quorum cannot be told.',
  },
  'ceph-none': {
    result: 'not-applicable',
    words: 'No Ceph runs on this cluster.',
  },
  'osds-none': {
    result: 'not-applicable',
    words: 'The machine carries no OSD.',
  },
  'osds-keep-serving': {
    result: 'fine',
    words:
      'Without its OSDs ({{osds}}) all data can be read and written. Pools that have no copy to spare meanwhile: {{spareless}}.',
  },
  'osds-need-noout': {
    result: 'step',
    words:
      'Without its OSDs ({{osds}}) all data can be read and written. Set noout for it first, or Ceph starts to copy the data elsewhere. Pools that have no copy to spare meanwhile: {{spareless}}.',
  },
  'osds-pool-too-small': {
    result: 'blocks',
    words:
      'Pools lose a copy they need, and could not be read or written while the machine is down.',
  },
  'osds-groups-would-stop': {
    result: 'blocks',
    words:
      'Placement groups could not be read or written without its OSDs ({{groups}}).',
  },
  'osds-already-down': {
    result: 'blocks',
    words:
      'OSDs of this machine are down already. Bring them back, and leave every other machine up until then.',
  },
  'osds-placement-unknown': {
    result: 'unknown',
    words:
      'Pools do not spread their copies over machines in a way that can be followed; Ceph alone can tell.',
  },
  'osds-differ': {
    result: 'unknown',
    words:
      'Kubernetes and Ceph do not name the same OSDs for this machine, so what it carries is not certain.',
  },
  'osds-several-hosts': {
    result: 'unknown',
    words:
      'The machine stands for several hosts in Ceph’s map, so more than one copy may lie on it.',
  },
  'monitors-none': {
    result: 'not-applicable',
    words: 'The machine runs no monitor of Ceph.',
  },
  'monitors-keep-majority': {
    result: 'fine',
    words:
      'Without this machine {{remaining}} of {{monitors}} monitors stay; {{needed}} are needed.',
  },
  'monitors-majority-lost': {
    result: 'blocks',
    words:
      'Without this machine {{remaining}} of {{monitors}} monitors stay, and {{needed}} are needed: all of Ceph would stop.',
  },
  'monitors-place-unknown': {
    result: 'unknown',
    words: 'On which machine a monitor runs is not known.',
  },
  'daemons-none': {
    result: 'not-applicable',
    words: 'The machine runs no manager or metadata server of Ceph.',
  },
  'daemons-remain': {
    result: 'fine',
    words: 'Another manager and metadata server stand by.',
  },
  'daemons-move': {
    result: 'step',
    words:
      'No other of these stands by. After draining, wait until they run on another machine.',
  },
  'daemons-failed': {
    result: 'blocks',
    words: 'A filesystem has lost metadata servers already.',
  },
  'daemons-no-manager': {
    result: 'unknown',
    words: 'No manager of Ceph is active, so its numbers are not current.',
  },
  'recovery-irrelevant': {
    result: 'not-applicable',
    words: 'The machine carries no data of Ceph.',
  },
  'recovery-none': {
    result: 'fine',
    words: 'All copies are there, and nothing is being repaired.',
  },
  'recovery-warnings': {
    result: 'fine',
    words: 'All copies are there. Ceph has other warnings; look at them first.',
  },
  'recovery-osds-down': {
    result: 'blocks',
    words: 'OSDs are down on other machines.',
  },
  'recovery-not-clean': {
    result: 'blocks',
    words:
      'Some placement groups are not clean ({{groups}}). Wait until Ceph has all copies again.',
  },
  'budgets-none': {
    result: 'not-applicable',
    words: 'No disruption budget covers what runs here.',
  },
  'budgets-allow': {
    result: 'fine',
    words: 'The disruption budgets of what runs here allow it.',
  },
  'budgets-one-by-one': {
    result: 'step',
    words:
      'Disruption budgets let these pods go one after another; draining waits for each.',
  },
  'budgets-allow-none': {
    result: 'blocks',
    words: 'Disruption budgets allow no pod to go: draining would hang.',
  },
  'budgets-switch-over': {
    result: 'step',
    words:
      'The primary of these databases runs here. CloudNativePG hands it over to a replica once the machine is cordoned; wait for that before draining.',
  },
  'budgets-no-replica': {
    result: 'blocks',
    words:
      'The primary of these databases runs here, and CloudNativePG does not let it go before every other instance is ready on another machine. A database of one instance needs a second, or a nodeMaintenanceWindow.',
  },
  'budgets-overlap': {
    result: 'blocks',
    words:
      'Pods are covered by more than one disruption budget; Kubernetes refuses to move such pods.',
  },
  'budgets-not-counted': {
    result: 'unknown',
    words: 'Kubernetes has not counted these disruption budgets yet.',
  },
  'bare-pods-none': {
    result: 'not-applicable',
    words: 'Every pod here has a controller that starts it again.',
  },
  'bare-pods-present': {
    result: 'step',
    words:
      'Pods without a controller do not come back by themselves. Start them elsewhere first.',
  },
  'local-volumes-none': {
    result: 'not-applicable',
    words: 'No volume exists on this machine only.',
  },
  'local-volumes-elsewhere': {
    result: 'not-applicable',
    words:
      'No volume exists on this machine only. Data on NFS that is used from here lies on a server outside the cluster and is not touched.',
  },
  'local-volumes-unused': {
    result: 'fine',
    words: 'Volumes exist on this machine only; nothing uses them now.',
  },
  'local-volumes-offline': {
    result: 'step',
    words:
      'Volumes exist on this machine only. What uses them is down as long as the machine; tell the owners.',
  },
  'local-folders-used': {
    result: 'step',
    words:
      'Pods use folders of this machine (hostPath). If they start on another one, what they kept there stays behind; tell the owners.',
  },
  'local-volumes-place-unknown': {
    result: 'unknown',
    words: 'Where the data of these volumes lies is not known.',
  },
  'replicas-elsewhere': {
    result: 'fine',
    words:
      'Longhorn has a complete replica on another machine of every volume with one here ({{volumes}}).',
  },
  'replicas-missing': {
    result: 'step',
    words:
      'Longhorn has a complete replica of these volumes on another machine, but not as many as wanted. Wait until it has rebuilt them.',
  },
  'replicas-last': {
    result: 'blocks',
    words:
      'The last complete replica of these volumes lies on this machine: they could not be read or written without it.',
  },
  'bound-pods-none': {
    result: 'not-applicable',
    words: 'Everything that moves may run on another machine too.',
  },
  'bound-pods-present': {
    result: 'step',
    words:
      'Pods may run on this machine only, by architecture, selector, affinity or taint. They are down as long as the machine; tell the owners.',
  },
  'bound-pods-rules-unknown': {
    result: 'unknown',
    words: 'These pods have placement rules that the portal does not evaluate.',
  },
  'capacity-nothing-moves': {
    result: 'not-applicable',
    words: 'Nothing that runs here has to move.',
  },
  'capacity-enough': {
    result: 'fine',
    words:
      'What moves finds room by what it requests. Pods: {{pods}}; machines that take them: {{machines}}.',
  },
  'capacity-short': {
    result: 'blocks',
    words:
      'These pods find no room: other machines have too little processor, memory or pods left, or the ports of the machine that they want are taken there.',
  },
  'other-none': {
    result: 'fine',
    words: 'All other machines are up and take pods.',
  },
  'other-machines': {
    result: 'blocks',
    words:
      'Other machines are down, starting, cordoned or being drained. One at a time.',
  },
  'other-drain': {
    result: 'blocks',
    words: 'Rook is draining a part of Ceph already.',
  },
  'unread-not-configured': {
    result: 'unknown',
    words: 'No source that would know is configured.',
  },
  'unread-not-allowed': {
    result: 'unknown',
    words: 'The portal may not read it.',
  },
  'unread-not-reachable': {
    result: 'unknown',
    words: 'The source does not answer.',
  },
  'unread-stale': {
    result: 'unknown',
    words: 'What is known is too old to rely on.',
  },
  'unread-not-reported': {
    result: 'unknown',
    words: 'The source answers, and does not tell it.',
  },
  'unread-too-early': {
    result: 'unknown',
    words: 'It is too early to tell.',
  },
} as const satisfies Record<string, Reason>;

export type MaintenanceReason = keyof typeof maintenanceReasons;
