import type { HealthCheck } from './HealthCheck';

/** Ceph's own checks of CephFS and its metadata servers. */
export const filesystemChecks = {
  FS_DEGRADED: {
    title: 'A filesystem is not complete',
    meaning:
      'A metadata server of a filesystem is failed, damaged or still starting; apps that use the filesystem may wait.',
    dataRisk: 'blocked',
    nextStep: 'Look at the pods of its metadata servers.',
  },
  FS_WITH_FAILED_MDS: {
    title: 'A metadata server has failed',
    meaning:
      'A filesystem lacks a metadata server, and none stands by to take over.',
    dataRisk: 'blocked',
    nextStep: 'Start its metadata servers again: look at their pods.',
  },
  MDS_ALL_DOWN: {
    title: 'A filesystem is offline',
    meaning:
      'No metadata server of a filesystem runs: nothing on it can be read or written.',
    dataRisk: 'blocked',
    nextStep: 'Start its metadata servers again: look at their pods.',
  },
  MDS_UP_LESS_THAN_MAX: {
    title: 'A filesystem has too few metadata servers',
    meaning: 'Fewer metadata servers are active than it should have.',
    dataRisk: 'none',
    nextStep: 'Look at the pods of its metadata servers.',
  },
  MDS_INSUFFICIENT_STANDBY: {
    title: 'No metadata server stands by',
    meaning: 'If the active one fails, the filesystem stops for a while.',
    dataRisk: 'none',
    nextStep: 'Set activeStandby of the CephFilesystem, or add a machine.',
  },
  MDS_DAMAGE: {
    title: 'Metadata of a filesystem is damaged',
    meaning: 'Parts of a filesystem cannot be read.',
    dataRisk: 'damaged',
    nextStep: 'List the damage with "ceph tell mds.<id> damage ls".',
  },
  MDS_HEALTH_DAMAGE: {
    title: 'Metadata of a filesystem is damaged',
    meaning: 'Parts of a filesystem cannot be read.',
    dataRisk: 'damaged',
    nextStep: 'List the damage with "ceph tell mds.<id> damage ls".',
  },
  FS_WITH_DAMAGED_MDS: {
    title: 'Metadata of a filesystem is damaged',
    meaning:
      'A part of a filesystem’s metadata is so damaged that no server can take it.',
    dataRisk: 'damaged',
    nextStep:
      'Follow Ceph’s disaster recovery; restore from a backup if there is one.',
  },
  MDS_DAMAGED: {
    title: 'Metadata of a filesystem is damaged',
    meaning: 'A metadata server could not take over because of damage.',
    dataRisk: 'damaged',
    nextStep:
      'Follow Ceph’s disaster recovery; restore from a backup if there is one.',
  },
  MDS_HEALTH_READ_ONLY: {
    title: 'A filesystem can only be read',
    meaning: 'A metadata server could not write and refuses to.',
    dataRisk: 'blocked',
    nextStep: 'Look at the metadata pool, then start the server anew.',
  },
  MDS_READ_ONLY: {
    title: 'A filesystem can only be read',
    meaning: 'A metadata server could not write and refuses to.',
    dataRisk: 'blocked',
    nextStep: 'Look at the metadata pool, then start the server anew.',
  },
  MDS_SLOW_METADATA_IO: {
    title: 'Metadata is slow',
    meaning:
      'A metadata server waits long for its pool; opening files takes long.',
    dataRisk: 'none',
    nextStep: 'Look at the placement groups and disks of the metadata pool.',
  },
  MDS_SLOW_REQUEST: {
    title: 'A filesystem answers slowly',
    meaning: 'Requests to a metadata server wait longer than they should.',
    dataRisk: 'none',
    nextStep: 'Look at the metadata server’s load and the pools below.',
  },
  MDS_TRIM: {
    title: 'A metadata server lags behind',
    meaning: 'It clears its journal more slowly than it grows.',
    dataRisk: 'none',
    nextStep: 'Look at its load and at the metadata pool.',
  },
  MDS_CACHE_OVERSIZED: {
    title: 'A metadata server uses too much memory',
    meaning: 'Its cache is larger than allowed; it may be ended.',
    dataRisk: 'none',
    nextStep: 'Give it more memory, or find the client that holds too much.',
  },
  MDS_CLIENT_LATE_RELEASE: {
    title: 'A client does not let go',
    meaning: 'A client holds on to files others wait for.',
    dataRisk: 'none',
    nextStep: 'Look at the client named; start its pod anew.',
  },
  MDS_CLIENT_RECALL: {
    title: 'A client holds too much',
    meaning: 'A client does not give back what it caches.',
    dataRisk: 'none',
    nextStep: 'Look at the client named; start its pod anew.',
  },
  MDS_CLIENT_OLDEST_TID: {
    title: 'A client does not confirm',
    meaning: 'A metadata server cannot forget what a client has done.',
    dataRisk: 'none',
    nextStep: 'Look at the client named; start its pod anew.',
  },
  MDS_CLIENTS_LAGGY: {
    title: 'Clients do not answer',
    meaning: 'Clients of a filesystem lag, maybe because OSDs do.',
    dataRisk: 'none',
    nextStep: 'Look at OSDs first, then at the clients named.',
  },
} as const satisfies Record<string, HealthCheck>;
