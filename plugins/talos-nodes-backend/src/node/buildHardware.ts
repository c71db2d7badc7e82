import type { Disk, Hardware } from '@internal/plugin-talos-nodes-common';
import { cleanText } from '../facts/cleanText';
import { factOf, firstKnown, unknown } from '../facts/fact';
import type { MachineReading } from '../machine/MachineReading';
import { toBoard } from '../machine/toBoard';
import { toDisks } from '../machine/toDisks';
import { toLinks } from '../machine/toLinks';
import { toMemory } from '../machine/toMemory';
import { toProcessor, toProcessors } from '../machine/toProcessors';
import type { Metrics } from '../prometheus/toMetrics';
import type { NodeSources } from './NodeSources';

/** What is in the machine: of its firmware and kernel first, then of Kubernetes and exporters. */
export function buildHardware(
  reading: MachineReading,
  { kubernetes, prometheus }: NodeSources,
): Hardware {
  const facts = kubernetes?.facts;
  const metrics = prometheus?.metrics;
  const board = toBoard(reading);
  const processor = toProcessor(reading);
  const memory = toMemory(reading);
  const missing = unknown('not-configured');
  const ofMetrics = <T>(value: T | undefined) =>
    factOf(value, 'prometheus', prometheus ? 'not-reported' : 'not-configured');
  return {
    board: {
      ...board,
      model: firstKnown(board.model, facts?.model ?? missing),
      biosVersion: firstKnown(
        board.biosVersion,
        ofMetrics(metrics?.biosVersion),
      ),
    },
    processors: toProcessors(reading),
    processor: {
      name: firstKnown(processor.name, facts?.processorName ?? missing),
      cores: processor.cores,
      threads: firstKnown(processor.threads, facts?.threads ?? missing),
      temperatureCelsius: ofMetrics(metrics?.processorCelsius),
      powerWatts: ofMetrics(metrics?.processorWatts),
    },
    memory: {
      ...memory,
      usableBytes: firstKnown(
        memory.usableBytes,
        facts?.memoryUsableBytes ?? missing,
      ),
    },
    disks: toDisks(reading).map(disk => withMetrics(disk, metrics)),
    links: toLinks(reading),
    pciDevices: toPciDevices(reading),
  };
}

function withMetrics(disk: Disk, metrics: Metrics | undefined): Disk {
  if (!metrics) return disk;
  const found = metrics.disks.get(disk.name);
  return {
    ...disk,
    temperatureCelsius: factOf(found?.celsius, 'prometheus'),
    healthy: factOf(found?.healthy, 'prometheus'),
  };
}

function toPciDevices({
  listings: { pciDevices },
}: MachineReading): Hardware['pciDevices'] {
  if (!pciDevices.known) return [];
  return pciDevices.items.map(({ id, spec }) => ({
    address: id,
    class: cleanText(spec.subclass) ?? cleanText(spec.class) ?? '',
    vendor: cleanText(spec.vendor) ?? spec.vendor_id ?? '',
    product: cleanText(spec.product) ?? spec.product_id ?? '',
    driver: cleanText(spec.driver),
  }));
}
