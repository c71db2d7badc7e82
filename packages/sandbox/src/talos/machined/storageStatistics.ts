import { z } from 'zod';
import type { SimulatedMachine } from '../fleet/SimulatedMachine';
import { busyShare } from './processorStatistics';

/** Everything in KiB. */
export function readMemory(machine: SimulatedMachine) {
  const total = machine.usableMemoryKibibytes();
  const used =
    total * (0.3 + 0.2 * busyShare(machine)) +
    total * 0.03 * Math.sin(machine.uptimeSeconds() / 120);
  const cached = total * 0.25;
  return {
    meminfo: {
      memtotal: String(total),
      memfree: String(Math.floor(total - used - cached)),
      memavailable: String(Math.floor(total - used)),
      buffers: String(Math.floor(total * 0.001)),
      cached: String(Math.floor(cached)),
      swaptotal: '0',
      swapfree: '0',
      hardwarecorrupted: '0',
    },
  };
}

/** Sectors are of 512 bytes. */
export function readDiskStats(machine: SimulatedMachine) {
  const seconds = machine.uptimeSeconds();
  const devices = machine.hardware
    .filter(({ type }) => type === 'Disks.block.talos.dev')
    .map(({ id }, index) => {
      const isIdle = /^loop|^zram/.test(id);
      const rate = isIdle ? 0 : 150 * busyShare(machine) * (index + 1);
      const count = (factor: number) =>
        String(Math.floor(seconds * rate * factor));
      return {
        name: id,
        read_completed: count(1),
        read_merged: count(0.1),
        read_sectors: count(24),
        read_time_ms: count(0.4),
        write_completed: count(2),
        write_merged: count(0.8),
        write_sectors: count(60),
        write_time_ms: count(1.1),
        io_time_ms: count(1),
      };
    });
  return { total: { ...sum(devices), name: '' }, devices };
}

export function readNetworkStats(machine: SimulatedMachine) {
  const seconds = machine.uptimeSeconds();
  const devices = machine.hardware
    .filter(({ type }) => type === 'LinkStatuses.net.talos.dev')
    .map(({ id }, index) => {
      const rate =
        (id === 'lo' ? 20_000 : 400_000 / (index + 1)) * busyShare(machine);
      const count = (factor: number) =>
        String(Math.floor(seconds * rate * factor));
      return {
        name: id,
        rx_bytes: count(1),
        rx_packets: count(1 / 900),
        rx_errors: '0',
        rx_dropped: '0',
        tx_bytes: count(0.6),
        tx_packets: count(1 / 1200),
        tx_errors: '0',
        tx_dropped: '0',
      };
    });
  return { total: { ...sum(devices), name: '' }, devices };
}

const volumeSchema = z.looseObject({
  location: z.string(),
  mountLocation: z.string().optional(),
  size: z.number(),
  filesystem: z.string().optional(),
});
const targets: Record<string, string> = {
  EPHEMERAL: '/var',
  STATE: '/system/state',
};

/** The partitions of Talos itself that are mounted, with where. */
export function listMountedVolumes({ hardware }: SimulatedMachine) {
  return hardware.flatMap(({ type, id, spec }) => {
    const target = targets[id];
    return type === 'VolumeStatuses.block.talos.dev' && target !== undefined
      ? [{ id, target, ...volumeSchema.parse(spec) }]
      : [];
  });
}

/** In bytes. */
export function readMounts(machine: SimulatedMachine) {
  return {
    stats: [
      {
        filesystem: 'tmpfs',
        size: '67108864',
        available: '66060288',
        mounted_on: '/run',
      },
      ...listMountedVolumes(machine).map(({ id, target, location, size }) => {
        const share = id === 'EPHEMERAL' ? 0.35 + busyShare(machine) : 0.05;
        return {
          filesystem: location,
          size: String(size),
          available: String(Math.floor(size * (1 - share))),
          mounted_on: target,
        };
      }),
    ],
  };
}

/** Adds up what the devices count. */
function sum(devices: Record<string, string>[]): Record<string, string> {
  const total: Record<string, bigint> = {};
  for (const device of devices) {
    for (const [key, value] of Object.entries(device)) {
      if (key !== 'name') {
        total[key] = (total[key] ?? 0n) + BigInt(value);
      }
    }
  }
  return Object.fromEntries(
    Object.entries(total).map(([key, value]) => [key, String(value)]),
  );
}
