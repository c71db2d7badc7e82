import type { ClusterState } from '@internal/plugin-talos-nodes-common';
import { known, unknown } from '../facts/fact';
import type { TalosClient } from '../talos/TalosClient';
import type { TalosAnswer, TalosFailure } from '../talos/TalosFailure';
import {
  AlarmType,
  type EtcdAlarmListResponse,
} from '../talos/protocol/machine_pb';

type Etcd = Extract<ClusterState['etcd'], { known: true }>['value'];
type Member = Etcd['members'][number];

/** Etcd as the control planes tell it: the members by one of them, each one's status by itself. */
export async function readEtcd(
  client: TalosClient,
  /** Addresses of machines that answered. */
  controlPlanes: readonly string[],
  signal: AbortSignal,
): Promise<ClusterState['etcd']> {
  const first = controlPlanes.at(0);
  if (first === undefined) return unknown('not-reachable');
  const [list, alarms, ...statuses] = await Promise.all([
    client.call(first, signal, ({ machine }, options) =>
      machine.etcdMemberList({}, options),
    ),
    client.call(first, signal, ({ machine }, options) =>
      machine.etcdAlarmList({}, options),
    ),
    ...controlPlanes.map(address =>
      client.call(address, signal, ({ machine }, options) =>
        machine.etcdStatus({}, options),
      ),
    ),
  ]);
  if (!list.ok) {
    return unknown(toReason(list.failure));
  }
  const reports = new Map(
    statuses.flatMap(answer => {
      const status = answer.ok
        ? answer.value.messages.at(0)?.memberStatus
        : undefined;
      return status ? [[status.memberId, status] as const] : [];
    }),
  );
  const members = (list.value.messages.at(0)?.members ?? []).map(
    ({ id, hostname, isLearner }): Member => {
      const status = reports.get(id);
      return {
        id: id.toString(),
        node: hostname,
        learner: isLearner,
        leader: status !== undefined && status.leader === id,
        databaseBytes: status
          ? known(Number(status.dbSize), 'talos')
          : unknown('not-reachable'),
        errors: status?.errors ?? [],
      };
    },
  );
  return known({ members, alarms: toAlarms(alarms, members) }, 'talos');
}

function toAlarms(
  answer: TalosAnswer<EtcdAlarmListResponse>,
  members: readonly Member[],
): Etcd['alarms'] {
  if (!answer.ok) return unknown(toReason(answer.failure));
  const raised = answer.value.messages.at(0)?.memberAlarms ?? [];
  return known(
    raised
      .filter(({ alarm }) => alarm !== AlarmType.NONE)
      .map(({ memberId, alarm }) => ({
        node:
          members.find(({ id }) => id === memberId.toString())?.node ??
          memberId.toString(),
        alarm: AlarmType[alarm] ?? String(alarm),
      })),
    'talos',
  );
}

function toReason({ reason }: TalosFailure): 'not-allowed' | 'not-reachable' {
  return reason === 'not-allowed' ? 'not-allowed' : 'not-reachable';
}
