import { status } from '@grpc/grpc-js';
import { ApiError } from '../wire/ApiError';
import { encodeMessage } from '../wire/protocol';
import type { SimulatedMachine } from '../fleet/SimulatedMachine';
import type { TalosMethod } from './TalosMethod';

const alarms = { NOSPACE: 1, CORRUPT: 2 };

const onControlPlanes = (
  name: string,
  words: string,
  type: string,
  read: (machine: SimulatedMachine) => Record<string, unknown>,
): TalosMethod => ({
  path: `/machine.MachineService/${name}`,
  roles: ['os:reader', 'os:operator', 'os:etcd:backup'],
  kind: 'unary',
  answer: ({ machine }) => {
    if (!machine.isControlPlane) {
      throw new ApiError(
        status.UNIMPLEMENTED,
        `${words} is only available on control plane nodes`,
      );
    }
    if (machine.etcd === 'stopped') {
      throw new ApiError(
        status.UNAVAILABLE,
        'error building etcd client: connection error: desc = "transport: Error while dialing: dial tcp 127.0.0.1:2379: connect: connection refused"',
      );
    }
    return encodeMessage('common.Answer', {
      messages: [encodeMessage(type, read(machine))],
    });
  },
});

/** What etcd of a control plane tells. */
export const etcdMethods: TalosMethod[] = [
  onControlPlanes(
    'EtcdMemberList',
    'member list',
    'machine.EtcdMembers',
    machine => ({
      members: machine.peers
        .etcdMembers()
        .map(({ definition, etcdMemberId }) => ({
          id: etcdMemberId,
          hostname: definition.name,
          peer_urls: [`https://${definition.address}:2380`],
          client_urls: [`https://${definition.address}:2379`],
          is_learner: false,
        })),
    }),
  ),
  onControlPlanes(
    'EtcdStatus',
    'etcd status',
    'machine.EtcdStatus',
    readStatus,
  ),
  onControlPlanes(
    'EtcdAlarmList',
    'etcd alarm list',
    'machine.EtcdAlarm',
    machine => ({
      member_alarms: machine.peers
        .etcdMembers()
        .flatMap(({ etcdAlarm, etcdMemberId }) =>
          etcdAlarm
            ? [{ member_id: etcdMemberId, alarm: alarms[etcdAlarm] }]
            : [],
        ),
    }),
  ),
];

function readStatus(machine: SimulatedMachine) {
  const index =
    4_000_000 + (Math.floor(machine.clock.now().getTime() / 100) % 1e9);
  const members = machine.peers.etcdMembers();
  const healthy = members.filter(
    ({ isOn, etcd }) => isOn && etcd === 'running',
  );
  const hasQuorum = healthy.length > members.length / 2;
  const size = 120_000_000 + Number.parseInt(machine.digits('database', 6), 16);
  return {
    member_status: {
      member_id: machine.etcdMemberId,
      protocol_version: '3.6.6',
      storage_version: '3.6.0',
      db_size: String(size),
      db_size_in_use: String(Math.floor(size * 0.4)),
      leader: hasQuorum ? healthy[0]?.etcdMemberId : '0',
      raft_index: String(index),
      raft_term: '7',
      raft_applied_index: String(index),
      errors: hasQuorum ? [] : ['etcdserver: no leader'],
      is_learner: false,
    },
  };
}
