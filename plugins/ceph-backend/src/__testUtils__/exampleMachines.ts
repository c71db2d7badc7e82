import type { Disk, NodeSummary } from '@internal/plugin-talos-nodes-common';
import type { MachineDisks } from '../inventory/Inventory';

const unknown = { known: false, reason: 'not-reported' } as const;
const talos = <T>(value: T) =>
  ({ known: true, value, source: 'talos' }) as const;

export interface ExampleDisk {
  name: string;
  model?: string;
  serial?: string;
  wwid?: string;
  sizeBytes?: number;
  partitions?: { name: string; content?: string; sizeBytes?: number }[];
}

/** A disk as the talos-nodes plugin tells of it. */
export function toDisk(example: ExampleDisk): Disk {
  const { name, model, serial, wwid, partitions = [] } = example;
  const text = (value?: string) =>
    value === undefined ? unknown : talos(value);
  return {
    name,
    class: 'nvme',
    sizeBytes: example.sizeBytes ?? 512e9,
    model: text(model),
    serial: text(serial),
    wwid: text(wwid),
    firmware: unknown,
    transport: unknown,
    system: false,
    readOnly: false,
    partitions: partitions.map(partition => ({ sizeBytes: 1e9, ...partition })),
    temperatureCelsius: unknown,
    healthy: unknown,
  };
}

export function toMachine(cluster: string, name: string): NodeSummary {
  return {
    platform: 'home',
    cluster,
    name,
    entityRef: `resource:default/${cluster}.${name}`,
    state: 'ready',
    problems: [],
    role: talos('worker' as const),
    addresses: [],
    architecture: unknown,
    manufacturer: unknown,
    model: unknown,
    cores: unknown,
    threads: unknown,
    memoryInstalledBytes: unknown,
    memoryUsableBytes: unknown,
    disks: [],
    talosVersion: unknown,
    kubernetesVersion: unknown,
    kernelVersion: unknown,
    schematic: unknown,
    unschedulable: unknown,
    taints: [],
    extensions: [],
  };
}

export function toMachineDisks(
  cluster: string,
  node: string,
  disks: readonly ExampleDisk[],
): MachineDisks {
  return {
    platform: 'home',
    cluster,
    node,
    entityRef: `resource:default/${cluster}.${node}`,
    disks: talos(disks.map(toDisk)),
  };
}
