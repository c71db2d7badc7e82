import type { SimulatedMachine } from '../fleet/SimulatedMachine';
import type { NewResource } from '../cosi/CosiState';
import { readSystemStat } from './processorStatistics';
import { readMemory } from './storageStatistics';

/** Milliseconds between two samples, as Talos takes them. */
const sampleMs = 30_000;

/** The resources of the namespace `perf`, as they were at the last sample: processors in seconds since the start, memory in KiB. */
export function toPerformanceResources(
  machine: SimulatedMachine,
): NewResource[] {
  const { cpu, cpu_total: total, process_running } = readSystemStat(machine);
  const { meminfo } = readMemory(machine);
  return [
    {
      type: 'CPUStats.perf.talos.dev',
      id: 'latest',
      owner: 'perf.StatsController',
      spec: {
        cpu: cpu.map(toCpuStat),
        cpuTotal: toCpuStat(total),
        processRunning: Number(process_running),
        processBlocked: 0,
      },
    },
    {
      type: 'MemoryStats.perf.talos.dev',
      id: 'latest',
      owner: 'perf.StatsController',
      spec: {
        total: Number(meminfo.memtotal),
        used: Number(meminfo.memtotal) - Number(meminfo.memfree),
        free: Number(meminfo.memfree),
        available: Number(meminfo.memavailable),
        buffers: Number(meminfo.buffers),
        cached: Number(meminfo.cached),
        swapTotal: Number(meminfo.swaptotal),
        swapFree: Number(meminfo.swapfree),
      },
    },
  ];
}

/** Takes a sample for whoever reads now, unless the last is young enough. */
export function samplePerformance(machine: SimulatedMachine): void {
  const latest = machine.state.get('MemoryStats.perf.talos.dev', 'latest');
  const age = latest
    ? machine.clock.now().getTime() - latest.updated.getTime()
    : sampleMs;
  if (age >= sampleMs) {
    toPerformanceResources(machine).forEach(resource =>
      machine.state.put(resource),
    );
  }
}

function toCpuStat(seconds: Record<string, number>) {
  const { soft_irq: softIrq, ...others } = seconds;
  return { ...others, softIrq, guest: 0, guestNice: 0 };
}
