import {
  type CephDetail,
  maintenanceVerdictWords,
  type NodeMaintenance,
  type NodeVerdict,
  type Volume,
} from '@internal/plugin-ceph-common';
import type { Alert, Observation } from './Alert';
import { ownersOf } from './affectedOwners';
import { listCapacityAlerts } from './listCapacityAlerts';
import { listHealthAlerts } from './listHealthAlerts';
import { listOsdAlerts } from './listOsdAlerts';

/** What of a cluster is worth telling people, as it is now. */
export function listAlerts(options: {
  /** Of Ceph clusters that run here. */
  ceph: readonly CephDetail[];
  /** Of this cluster, and of others on its Ceph. */
  volumes: readonly Volume[];
  verdicts: readonly NodeVerdict[];
  describe: (node: string) => NodeMaintenance;
  now: Date;
}): Observation {
  const { ceph, volumes, verdicts, describe, now } = options;
  const parts = [
    ...ceph.flatMap(detail => [
      listHealthAlerts(detail, volumes),
      listOsdAlerts(detail, volumes),
      listCapacityAlerts(detail, now),
    ]),
    listMaintenanceAlerts(verdicts, describe),
  ];
  return {
    alerts: parts.flatMap(({ alerts }) => alerts),
    unread: [
      ...parts.flatMap(({ unread }) => unread),
      // Before the machines are read nothing is known of any.
      ...(verdicts.length === 0 ? ['machine/'] : []),
    ],
  };
}

function listMaintenanceAlerts(
  verdicts: readonly NodeVerdict[],
  describe: (node: string) => NodeMaintenance,
): Observation {
  const unknown = verdicts.filter(({ verdict }) => verdict === 'unknown');
  const alerts = verdicts
    .filter(({ verdict }) => verdict !== 'unknown')
    .map((verdict): Alert => ({
      key: `machine/${verdict.node}`,
      topic: 'maintenance',
      level: verdict.verdict === 'unsafe' ? 1 : 0,
      isUnknown: false,
      isNewsOnlyAsChange: true,
      sentence: `${verdict.node}: ${maintenanceVerdictWords[verdict.verdict]}`,
      severity:
        verdict.verdict !== 'unsafe' || isOwnDoing(verdict) ? 'low' : 'high',
      owners:
        verdict.verdict === 'unsafe' ? listOwners(describe(verdict.node)) : [],
    }));
  const cannotTell: Alert = {
    key: 'machines-unknown',
    topic: 'maintenance',
    level: unknown.length > 0 ? 1 : 0,
    isUnknown: true,
    sentence: `Whether these machines may go down cannot be told: ${unknown.map(({ node }) => node).join(', ')}.`,
    severity: 'low',
    owners: [],
  };
  return {
    alerts: verdicts.length > 0 ? [...alerts, cannotTell] : [],
    unread: unknown.map(({ node }) => `machine/${node}`),
  };
}

/** Of the apps whose data cannot be used while the machine is down. */
function listOwners({ dependents }: NodeMaintenance): readonly string[] {
  return ownersOf(
    dependents.stopping
      .filter(({ reason }) => reason === 'data-blocked')
      .map(({ app }) => app),
  );
}

/** Nothing is wrong but that another machine is being worked on. */
function isOwnDoing({ inputs }: NodeVerdict): boolean {
  return inputs
    .filter(({ result }) => result === 'blocks')
    .every(({ id }) => id === 'other-maintenance');
}
