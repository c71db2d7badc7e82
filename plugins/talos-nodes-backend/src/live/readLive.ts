import type { TalosClient } from '../talos/TalosClient';
import type { TalosAnswer } from '../talos/TalosFailure';

/** The counters of a machine at one moment. */
export interface LiveCounters {
  at: Date;
  /** Seconds of all processors. */
  busy: number;
  total: number;
  load: { one: number; five: number; fifteen: number };
  memory: { totalBytes: number; availableBytes: number };
  disks: Map<string, { read: number; written: number }>;
  links: Map<string, { received: number; sent: number }>;
  mounts: { mountedOn: string; sizeBytes: number; availableBytes: number }[];
}

/** The kernel counts disks in these, whatever their own are. */
const SECTOR_BYTES = 512;

/** Asks a machine for its counters, all at once. */
export async function readLive(
  client: TalosClient,
  node: string,
  signal: AbortSignal,
): Promise<TalosAnswer<LiveCounters>> {
  const answer = await client.call(node, signal, async ({ machine }, options) =>
    Promise.all([
      machine.systemStat({}, options),
      machine.memory({}, options),
      machine.loadAvg({}, options),
      machine.diskStats({}, options),
      machine.networkDeviceStats({}, options),
      machine.mounts({}, options),
    ]),
  );
  if (!answer.ok) return answer;
  const [stat, memory, load, disks, links, mounts] = answer.value;
  const cpu = stat.messages.at(0)?.cpuTotal;
  const idle = (cpu?.idle ?? 0) + (cpu?.iowait ?? 0);
  const busy =
    (cpu?.user ?? 0) +
    (cpu?.nice ?? 0) +
    (cpu?.system ?? 0) +
    (cpu?.irq ?? 0) +
    (cpu?.softIrq ?? 0) +
    (cpu?.steal ?? 0);
  const info = memory.messages.at(0)?.meminfo;
  const average = load.messages.at(0);
  return {
    ok: true,
    value: {
      at: new Date(),
      busy,
      total: busy + idle,
      load: {
        one: average?.load1 ?? 0,
        five: average?.load5 ?? 0,
        fifteen: average?.load15 ?? 0,
      },
      memory: {
        totalBytes: Number(info?.memtotal ?? 0n) * 1024,
        availableBytes: Number(info?.memavailable ?? 0n) * 1024,
      },
      disks: new Map(
        disks.messages.at(0)?.devices.map(device => [
          device.name,
          {
            read: Number(device.readSectors) * SECTOR_BYTES,
            written: Number(device.writeSectors) * SECTOR_BYTES,
          },
        ]),
      ),
      links: new Map(
        links.messages
          .at(0)
          ?.devices.map(device => [
            device.name,
            { received: Number(device.rxBytes), sent: Number(device.txBytes) },
          ]),
      ),
      mounts: (mounts.messages.at(0)?.stats ?? [])
        .filter(
          ({ filesystem, size }) =>
            /^\/dev\/(?!loop)/.test(filesystem) && size > 0n,
        )
        .map(({ mountedOn, size, available }) => ({
          mountedOn,
          sizeBytes: Number(size),
          availableBytes: Number(available),
        })),
    },
  };
}
