import type { SimulatedMachine } from '../fleet/SimulatedMachine';

/** One entry for each thread. Without SMBIOS it is all that Talos knows of the processor. */
export function readCpuInfo({ model }: SimulatedMachine) {
  const { processor } = model.kernel;
  const perSocket = processor.cores * processor.threadsPerCore;
  const isArm = processor.vendor === '';
  return {
    cpu_info: Array.from(
      { length: processor.sockets * perSocket },
      (_, index) => ({
        processor: index,
        bogo_mips: processor.bogoMips,
        flags: processor.flags,
        ...(!isArm && {
          vendor_id: processor.vendor,
          cpu_family: processor.family,
          model: processor.model,
          model_name: processor.name,
          cpu_mhz: processor.megahertz,
          physical_id: String(Math.floor(index / perSocket)),
          siblings: perSocket,
          core_id: String(index % processor.cores),
        }),
      }),
    ),
  };
}

/** How busy a machine is, from 0 to 1; swings with the time, each at its own pace. */
export function busyShare(machine: SimulatedMachine): number {
  const base = Number.parseInt(machine.digits('load', 2), 16) / 256;
  return 0.08 + 0.3 * base;
}

/** Seconds since the start. They only grow: their rate swings around the machine's share. */
export function readSystemStat(machine: SimulatedMachine) {
  const { cores, sockets, threadsPerCore } = machine.model.kernel.processor;
  const threads = cores * sockets * threadsPerCore;
  const uptime = machine.uptimeSeconds();
  const share = busyShare(machine);
  const busy = share * (uptime + 20 * Math.sin(uptime / 40));
  const cpu = {
    user: busy * 0.7,
    nice: 0,
    system: busy * 0.25,
    iowait: busy * 0.05,
    irq: 0,
    soft_irq: busy * 0.02,
    steal: 0,
    idle: uptime - busy * 1.02,
  };
  return {
    boot_time: String(Math.floor(machine.bootedAt.getTime() / 1000)),
    cpu_total: Object.fromEntries(
      Object.entries(cpu).map(([key, seconds]) => [key, seconds * threads]),
    ),
    cpu: Array.from({ length: threads }, () => cpu),
    process_running: String(Math.ceil(threads * share)),
  };
}

export function readLoad(machine: SimulatedMachine) {
  const { cores, sockets, threadsPerCore } = machine.model.kernel.processor;
  const uptime = machine.uptimeSeconds();
  const base = cores * sockets * threadsPerCore * busyShare(machine);
  return {
    load1: base * (1 + 0.3 * Math.sin(uptime / 60)),
    load5: base * (1 + 0.15 * Math.sin(uptime / 300)),
    load15: base * (1 + 0.05 * Math.sin(uptime / 900)),
  };
}
