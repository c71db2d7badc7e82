/** Steps around the maintenance of a machine, in the order they are done. */
export const maintenanceStepWords = {
  'check-osds': 'Ask Ceph itself whether these OSDs may stop.',
  'check-etcd': 'Look at etcd: every member healthy, one leader.',
  'tell-owners': 'Tell the owners of what will be down.',
  'wait-for-replicas': 'Wait until Longhorn has rebuilt the missing replicas.',
  'move-bare-pods': 'Start pods without a controller elsewhere.',
  'wait-for-etcd': 'Wait until the new member of etcd is a voter.',
  'set-noout': 'Tell Ceph not to copy this machine’s data elsewhere.',
  'forfeit-leadership': 'Hand etcd’s leadership to another machine.',
  cordon: 'Let no new pods come to the machine.',
  'wait-for-databases':
    'Wait until no primary of a database is left on the machine.',
  drain: 'Move its pods to other machines.',
  'wait-for-daemons': 'Wait until Ceph’s daemons run on another machine.',
  'shut-down': 'Shut the machine down and do the work.',
  upgrade:
    'Or, in place of shutting down: upgrade Talos; it starts anew. With secure boot the installer is metal-installer-secureboot.',
  'wait-for-ready': 'Wait until Kubernetes calls the machine ready.',
  uncordon: 'Let pods come to the machine again.',
  'wait-for-rebuild':
    'Wait until Longhorn has rebuilt the replicas of this machine.',
  'unset-noout': 'Let Ceph repair by itself again.',
  'wait-for-clean': 'Wait until all copies are there again.',
} as const;

export type MaintenanceStepId = keyof typeof maintenanceStepWords;
