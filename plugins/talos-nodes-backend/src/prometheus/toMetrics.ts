import { cleanText } from '../facts/cleanText';
import type { Sample } from './querySamples';

/** What exporters know of one machine. */
export interface Metrics {
  biosVersion?: string;
  processorCelsius?: number;
  /** Of all sockets, memory and other boards not counted. */
  processorWatts?: number;
  /** By the disk's kernel name. */
  disks: Map<string, { celsius?: number; healthy?: boolean }>;
}

/** The samples of one machine: those that bear its name or one of its addresses. */
export function toMetrics(
  samples: readonly Sample[],
  machine: { name: string; addresses: readonly string[] },
): Metrics {
  const names = new Set([machine.name, ...machine.addresses]);
  const metrics: Metrics = { disks: new Map() };
  const own = samples.filter(({ labels }) =>
    [labels.node, labels.nodename, toHost(labels.instance)].some(
      label => label !== undefined && names.has(label),
    ),
  );
  for (const sample of own) add(metrics, sample);
  return metrics;
}

function add(metrics: Metrics, { name, labels, value }: Sample) {
  if (!Number.isFinite(value)) return;
  switch (name) {
    case 'node_dmi_info':
      metrics.biosVersion = cleanText(labels.bios_version);
      return;
    case 'node_thermal_zone_temp':
      metrics.processorCelsius = hotter(metrics.processorCelsius, value);
      return;
    case 'node_hwmon_temp_celsius':
      addSensor(metrics, labels, value);
      return;
    case 'node_rapl_package_watts':
      metrics.processorWatts = (metrics.processorWatts ?? 0) + value;
      return;
    case 'smartctl_device_smart_status':
      setDisk(metrics, labels.device, { healthy: value === 1 });
      return;
    default:
  }
}

/** node_exporter names chips by driver and device, such as `nvme_nvme0`. */
function addSensor(
  metrics: Metrics,
  { chip = '', sensor }: Record<string, string>,
  value: number,
) {
  if (/coretemp|k10temp|cpu_thermal/.test(chip)) {
    metrics.processorCelsius = hotter(metrics.processorCelsius, value);
    return;
  }
  const disk = /^nvme_(nvme\d+)$/.exec(chip)?.[1];
  // The first sensor of an NVMe is the composite one.
  if (disk && sensor === 'temp1') {
    setDisk(metrics, `${disk}n1`, { celsius: value });
  }
}

function setDisk(
  { disks }: Metrics,
  device: string | undefined,
  fact: { celsius?: number; healthy?: boolean },
) {
  if (!device) return;
  const name = device.replace(/^\/dev\//, '');
  // smartctl names an NVMe without its namespace.
  const disk = /^nvme\d+$/.test(name) ? `${name}n1` : name;
  disks.set(disk, { ...disks.get(disk), ...fact });
}

function hotter(left: number | undefined, right: number): number {
  return left === undefined ? right : Math.max(left, right);
}

function toHost(instance: string | undefined): string | undefined {
  return instance?.replace(/:\d+$/, '').replace(/^\[(.*)\]$/, '$1');
}
