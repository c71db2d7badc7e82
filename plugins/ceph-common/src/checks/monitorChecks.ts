import type { HealthCheck } from './HealthCheck';

/** Ceph's own checks of monitors, managers, access and Ceph as a whole. */
export const monitorChecks = {
  MON_DOWN: {
    title: 'A monitor is down',
    meaning:
      'Monitors agree on the state of the storage; a majority of them must run. One is missing now, so that fewer may fail.',
    dataRisk: 'none',
    nextStep:
      'Start the monitor again soon: look at its pod and its machine. Take no other machine with a monitor down until then.',
  },
  MON_CLOCK_SKEW: {
    title: 'Clocks of monitors differ',
    meaning:
      'The machines that run monitors do not have the same time, which can cost them their agreement.',
    dataRisk: 'none',
    nextStep: 'Check time synchronisation of the machines that are named.',
  },
  MON_DISK_LOW: {
    title: 'A monitor’s disk runs low',
    meaning:
      'Less than a third of the disk that holds a monitor’s data is free.',
    dataRisk: 'none',
    nextStep:
      'Free space on that disk of the machine, often in /var; look at what else fills it.',
  },
  MON_DISK_CRIT: {
    title: 'A monitor’s disk is almost full',
    meaning:
      'Almost nothing is free on the disk that holds a monitor’s data. A monitor that cannot write stops.',
    dataRisk: 'none',
    nextStep: 'Free space on that disk of the machine now.',
  },
  MON_DISK_BIG: {
    title: 'A monitor’s database is large',
    meaning:
      'A monitor keeps more history than usual, most often because data has been incomplete for long.',
    dataRisk: 'none',
    nextStep:
      'Bring all placement groups back to active+clean; then let the monitor compact its database.',
  },
  MON_MSGR2_NOT_ENABLED: {
    title: 'A monitor speaks the old protocol only',
    meaning:
      'At least one monitor does not offer the newer protocol, so that encryption is not available everywhere.',
    dataRisk: 'none',
    nextStep: 'Run "ceph mon enable-msgr2".',
  },
  MON_NETSPLIT: {
    title: 'Monitors cannot reach each other',
    meaning: 'The network between places that hold monitors is cut.',
    dataRisk: 'none',
    nextStep: 'Check the network between the places that are named.',
  },
  DAEMON_OLD_VERSION: {
    title: 'Several versions of Ceph run',
    meaning:
      'Some daemons have run an older version of Ceph for more than a week; an upgrade was not finished.',
    dataRisk: 'none',
    nextStep:
      'Finish the upgrade: look at Rook’s operator and the CephCluster.',
  },
  AUTH_INSECURE_GLOBAL_ID_RECLAIM: {
    title: 'Clients log in an insecure way',
    meaning:
      'Some client or daemon is too old to renew its session safely (CVE-2021-20288).',
    dataRisk: 'none',
    nextStep: 'Upgrade the clients that are named.',
  },
  AUTH_INSECURE_GLOBAL_ID_RECLAIM_ALLOWED: {
    title: 'Insecure logins are still allowed',
    meaning: 'Ceph lets old clients renew their session in an unsafe way.',
    dataRisk: 'none',
    nextStep:
      'When no old client is left, set auth_allow_insecure_global_id_reclaim to false.',
  },
  AUTH_BAD_CAPS: {
    title: 'A user’s rights cannot be read',
    meaning: 'Monitors do not understand the rights of a user of Ceph.',
    dataRisk: 'none',
    nextStep: 'Correct the rights of the user with "ceph auth caps".',
  },
  MGR_DOWN: {
    title: 'No manager runs',
    meaning:
      'Data can be read and written, but use, placement groups and rates are not counted any more: those numbers are old.',
    dataRisk: 'none',
    nextStep: 'Start the manager again: look at its pods and their machines.',
  },
  MGR_MODULE_DEPENDENCY: {
    title: 'A part of the manager lacks something',
    meaning:
      'A module of the manager cannot start because something it needs is missing; what it offers is not there.',
    dataRisk: 'none',
    nextStep:
      'Read the message, use the official image of Ceph, or disable the module.',
  },
  MGR_MODULE_ERROR: {
    title: 'A part of the manager has failed',
    meaning: 'A module of the manager stopped by an error of its own.',
    dataRisk: 'none',
    nextStep:
      'Read the manager’s log; let another manager take over with "ceph mgr fail".',
  },
  RECENT_CRASH: {
    title: 'A daemon crashed lately',
    meaning: 'A daemon of Ceph crashed within the last two weeks.',
    dataRisk: 'none',
    nextStep:
      'Look at it with "ceph crash ls" and "ceph crash info"; put it aside with "ceph crash archive".',
  },
  RECENT_MGR_MODULE_CRASH: {
    title: 'A part of the manager crashed lately',
    meaning: 'A module of the manager crashed within the last two weeks.',
    dataRisk: 'none',
    nextStep:
      'Look at it with "ceph crash ls"; put it aside with "ceph crash archive".',
  },
  TELEMETRY_CHANGED: {
    title: 'Telemetry has changed',
    meaning:
      'Ceph would report other things to its makers than was agreed to, and waits for consent.',
    dataRisk: 'none',
    nextStep: 'Agree again with "ceph telemetry on", or switch it off.',
  },
  DASHBOARD_DEBUG: {
    title: 'The dashboard shows debug output',
    meaning:
      'Ceph’s dashboard runs in debug mode and shows more of its insides than it should.',
    dataRisk: 'none',
    nextStep: 'Run "ceph dashboard debug disable".',
  },
} as const satisfies Record<string, HealthCheck>;
