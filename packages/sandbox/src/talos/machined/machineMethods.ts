import { status } from '@grpc/grpc-js';
import { ApiError } from '../wire/ApiError';
import { encodeMessage } from '../wire/protocol';
import type { SimulatedMachine } from '../fleet/SimulatedMachine';
import { servicesOf } from '../fleet/servicesOf';
import { toTimestamp } from '../cosi/CosiResource';
import { etcdMethods } from './etcdMethods';
import { readCpuInfo, readLoad, readSystemStat } from './processorStatistics';
import {
  readDiskStats,
  readMemory,
  readMounts,
  readNetworkStats,
} from './storageStatistics';
import type { TalosMethod } from './TalosMethod';

const readers = ['os:reader', 'os:operator'];
const path = (name: string) => `/machine.MachineService/${name}`;

/** An answer is a list of messages; one machine gives one. */
export function toAnswer(type: string, message: Record<string, unknown>) {
  return encodeMessage('common.Answer', {
    messages: [encodeMessage(type, message)],
  });
}

const reads = (
  name: string,
  type: string,
  read: (machine: SimulatedMachine) => Record<string, unknown>,
): TalosMethod => ({
  path: path(name),
  roles: readers,
  kind: 'unary',
  answer: ({ machine }) => toAnswer(type, read(machine)),
});

/** Methods that exist, and that the simulator knows by their permissions alone. */
const notSimulated = (
  kind: 'unary' | 'stream',
  roles: string[],
  names: string[],
): TalosMethod[] =>
  names.map(name => {
    const refuse = (): never => {
      throw new ApiError(
        status.UNIMPLEMENTED,
        `the simulator does not do ${name}`,
      );
    };
    return {
      path: path(name),
      roles,
      ...(kind === 'unary'
        ? { kind, answer: refuse }
        : { kind, frames: refuse }),
    };
  });

/** The services `machine.MachineService` and `time.TimeService`. */
export const machineMethods: TalosMethod[] = [
  reads('Version', 'machine.Version', readVersion),
  reads('Hostname', 'machine.Hostname', ({ definition }) => ({
    hostname: definition.name,
  })),
  reads('Memory', 'machine.Memory', readMemory),
  reads('CPUInfo', 'machine.CPUsInfo', readCpuInfo),
  reads('SystemStat', 'machine.SystemStat', readSystemStat),
  reads('LoadAvg', 'machine.LoadAvg', readLoad),
  reads('DiskStats', 'machine.DiskStats', readDiskStats),
  reads('NetworkDeviceStats', 'machine.NetworkDeviceStats', readNetworkStats),
  reads('Mounts', 'machine.Mounts', readMounts),
  reads('ServiceList', 'machine.ServiceList', readServices),
  ...etcdMethods,
  {
    path: '/time.TimeService/Time',
    roles: readers,
    kind: 'unary',
    answer: ({ machine }) => toAnswer('machine.Time', readTime(machine)),
  },
  ...notSimulated('unary', readers, [
    'Processes',
    'Containers',
    'Stats',
    'Netstat',
    'CPUFreqStats',
  ]),
  ...notSimulated('stream', readers, [
    'Dmesg',
    'Logs',
    'List',
    'DiskUsage',
    'Events',
  ]),
  ...notSimulated(
    'unary',
    ['os:operator'],
    [
      'Reboot',
      'Shutdown',
      'Restart',
      'ServiceRestart',
      'ServiceStart',
      'ServiceStop',
    ],
  ),
  ...notSimulated(
    'unary',
    [],
    [
      'ApplyConfiguration',
      'Bootstrap',
      'Reset',
      'Rollback',
      'Upgrade',
      'MetaWrite',
      'MetaDelete',
      'EtcdRemoveMemberByID',
      'EtcdForfeitLeadership',
      'GenerateClientConfiguration',
    ],
  ),
  ...notSimulated(
    'stream',
    [],
    ['Read', 'Copy', 'Kubeconfig', 'PacketCapture'],
  ),
  ...notSimulated('stream', ['os:etcd:backup'], ['EtcdSnapshot']),
];

function readVersion({ version, model, definition }: SimulatedMachine) {
  return {
    version: {
      tag: `v${version}`,
      sha: '0badc0de',
      built: '',
      go_version: 'go1.25.5',
      os: 'linux',
      arch: definition.arch,
    },
    platform: {
      name: model.kernel.platform,
      mode: { metal: 'metal', nocloud: 'cloud', container: 'container' }[
        model.kernel.platform
      ],
    },
    features: { rbac: true },
  };
}

function readServices(machine: SimulatedMachine) {
  const since = toTimestamp(machine.bootedAt);
  return {
    services: servicesOf(machine).map(({ id, running, healthy }) => ({
      id,
      state: running ? 'Running' : 'Finished',
      events: {
        events: [
          {
            msg: running ? 'Started task' : 'Service finished successfully',
            state: running ? 'Running' : 'Finished',
            ts: since,
          },
        ],
      },
      health: {
        unknown: healthy === undefined,
        healthy: healthy ?? false,
        last_change: since,
      },
    })),
  };
}

function readTime({ clock, clockOffset }: SimulatedMachine) {
  const now = clock.now();
  return {
    server: 'time.example.test',
    localtime: toTimestamp(new Date(now.getTime() + clockOffset)),
    remotetime: toTimestamp(now),
  };
}
