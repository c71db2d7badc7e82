import type { HealthCheck } from './HealthCheck';

/** What the portal itself finds, from several sources together. */
export const portalChecks = {
  'quorum-lost': {
    title: 'Monitors have no majority, or cannot be reached',
    meaning:
      'Without a majority of monitors all of Ceph stops before long: apps cannot read or write. What the manager still shows is old.',
    dataRisk: 'blocked',
    nextStep:
      'Bring the monitors back: look at their pods and machines. Change nothing else meanwhile.',
  },
  'pgs-inactive': {
    title: 'Some data cannot be read or written right now',
    meaning:
      'Placement groups are not active, though Ceph may call this a warning only. Apps whose data lies there wait.',
    dataRisk: 'blocked',
    nextStep:
      'Bring the OSDs back that are down; leave all others up. If none is down, wait a minute, then look at "ceph health detail".',
  },
  'objects-unfound': {
    title: 'Some data cannot be found',
    meaning: 'The newest version of some objects lies on no OSD that is up.',
    dataRisk: 'damaged',
    nextStep:
      'Bring back every OSD that is down. Do not mark anything lost before.',
  },
  'operator-silent': {
    title: 'Rook’s operator is silent',
    meaning:
      'Nobody has asked Ceph for some time, so that how it is now is not known. What is shown is what was last known.',
    dataRisk: 'none',
    nextStep: 'Look at the deployment rook-ceph-operator and its log.',
  },
  'operator-slow': {
    title: 'Rook’s operator is late',
    meaning: 'It asks Ceph less often than it should.',
    dataRisk: 'none',
    nextStep: 'Look at the deployment rook-ceph-operator if it goes on.',
  },
  'operator-not-ready': {
    title: 'Rook’s operator does not run',
    meaning:
      'Storage goes on working, but nobody looks after it, and how it is will soon not be known.',
    dataRisk: 'none',
    nextStep: 'Start the deployment rook-ceph-operator again.',
  },
  'never-checked': {
    title: 'Ceph was never checked',
    meaning: 'Rook has not asked this Ceph cluster yet.',
    dataRisk: 'none',
    nextStep:
      'Look at the CephCluster’s conditions and the log of Rook’s operator.',
  },
  'monitoring-disabled': {
    title: 'Rook does not monitor Ceph',
    meaning:
      'The CephCluster says that Rook is not to ask how Ceph is (healthCheck.daemonHealth.status.disabled).',
    dataRisk: 'none',
    nextStep: 'Enable it, or configure the manager’s API for the portal.',
  },
  'clock-differs': {
    title: 'Clocks differ',
    meaning:
      'Rook’s last look at Ceph lies in the future, so that its age cannot be told.',
    dataRisk: 'none',
    nextStep: 'Check the time of the cluster’s machines and of the portal’s.',
  },
  'rook-unreadable': {
    title: 'Rook’s resources cannot be read',
    meaning: 'How Ceph is now is not known. What is shown was last known.',
    dataRisk: 'none',
    nextStep: 'See the problem told with the source.',
  },
  'rook-failed': {
    title: 'Rook could not do its work',
    meaning: 'Rook reports that it failed to bring Ceph to what is declared.',
    dataRisk: 'none',
    nextStep: 'Read the message and the log of Rook’s operator.',
  },
  'manager-stale': {
    title: 'The manager has lost the monitors',
    meaning:
      'Ceph’s manager answers with what it knew before, which would look well. It is not shown as current.',
    dataRisk: 'none',
    nextStep: 'Look at the monitors and their quorum.',
  },
  'manager-unreachable': {
    title: 'The manager cannot be asked',
    meaning:
      'Placement groups, OSDs and pools are not known as they are now. Ceph itself may work well.',
    dataRisk: 'none',
    nextStep: 'See the problem told with the source.',
  },
  'manager-switching': {
    title: 'Another manager is taking over',
    meaning: 'For a minute or two numbers are those of before.',
    dataRisk: 'none',
    nextStep: 'Wait a little.',
  },
  'manager-refuses': {
    title: 'The manager does not let the portal in',
    meaning:
      'Login or rights are not sufficient, so that OSDs, pools and placement groups are not known.',
    dataRisk: 'none',
    nextStep: 'See the problem told with the source.',
  },
  'manager-foreign': {
    title: 'The manager is that of another Ceph cluster',
    meaning:
      'The configured address leads to another storage than Rook’s; nothing of it is shown.',
    dataRisk: 'none',
    nextStep: 'Correct ceph.manager.url in the portal’s configuration.',
  },
  'sources-disagree': {
    title: 'Rook and the manager do not say the same',
    meaning:
      'They have differed for longer than their pauses explain. The worse of both is shown.',
    dataRisk: 'none',
    nextStep:
      'Compare with "ceph status"; look at Rook’s operator and the manager.',
  },
  'pool-needs-all-copies': {
    title: 'A pool stops with the first failure',
    meaning:
      'A pool needs every one of its copies to be read and written: one machine down blocks it.',
    dataRisk: 'none',
    nextStep: 'Give the pool one copy more than min_size.',
  },
  'pool-copies-together': {
    title: 'A pool may keep all copies on one machine',
    meaning:
      'Copies are spread over disks, not over machines, so that one machine may hold several.',
    dataRisk: 'none',
    nextStep: 'Give the pool a CRUSH rule with the failure domain host.',
  },
} as const satisfies Record<string, HealthCheck>;
export type PortalCheckCode = keyof typeof portalChecks;
