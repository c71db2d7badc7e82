import type { Fact, Hardware } from '@internal/plugin-talos-nodes-common';
import { cleanText, textFact } from '../facts/cleanText';
import { factOf, known, unknown } from '../facts/fact';
import type { MachineReading } from './MachineReading';
import { nameManufacturer } from './nameManufacturer';
import { whyNoFirmware } from './whyNoFirmware';

const MEBIBYTE = 1024 * 1024;

/** Slots with what is in them, their sum, and what the kernel has of it. */
export function toMemory(reading: MachineReading): Hardware['memory'] {
  const { memoryBytes } = reading;
  const { memoryModules } = reading.listings;
  const usableBytes = factOf(memoryBytes, 'talos', 'not-reachable');
  if (!memoryModules.known) {
    const installedBytes = unknown(memoryModules.reason);
    return { installedBytes, usableBytes, modules: [] };
  }
  // Without a table of the firmware Talos makes one module up out of the total.
  const { items } = memoryModules;
  const isMadeUp = items.length === 1 && items[0].id === 'UNKNOWN';
  const modules = isMadeUp ? [] : items.map(toModule);
  const installedBytes =
    modules.length === 0
      ? unknown(whyNoFirmware(reading))
      : sumSizes(modules, usableBytes);
  return { installedBytes, usableBytes, modules };
}

type Module = Hardware['memory']['modules'][number];

function toModule({
  id,
  spec,
}: {
  id: string;
  spec: {
    sizeMiB?: number;
    deviceLocator?: string;
    bankLocator?: string;
    speed?: number;
    manufacturer?: string;
    serialNumber?: string;
    productName?: string;
  };
}): Module {
  const populated = Boolean(spec.sizeMiB);
  const named = nameManufacturer(spec.manufacturer);
  const manufacturer = textFact(named, 'smbios');
  return {
    slot: cleanText(spec.deviceLocator) ?? id,
    bank: cleanText(spec.bankLocator),
    populated,
    sizeBytes: factOf(
      spec.sizeMiB ? spec.sizeMiB * MEBIBYTE : undefined,
      'smbios',
    ),
    speed: factOf(spec.speed || undefined, 'smbios'),
    manufacturer:
      manufacturer.known && named !== spec.manufacturer
        ? { ...manufacturer, raw: spec.manufacturer }
        : manufacturer,
    partNumber: textFact(spec.productName, 'smbios'),
    serial: textFact(spec.serialNumber, 'smbios'),
  };
}

/**
 * Before 1.12.9 and 1.13.3 Talos kept one of several modules with the same
 * locator; then the sum is less than what the kernel has, and says nothing.
 */
function sumSizes(modules: Module[], usableBytes: Fact<number>): Fact<number> {
  const sum = modules.reduce(
    (total, { sizeBytes }) => total + (sizeBytes.known ? sizeBytes.value : 0),
    0,
  );
  const isWhole = sum > 0 && !(usableBytes.known && sum < usableBytes.value);
  if (isWhole) return known(sum, 'smbios');
  return unknown(sum > 0 ? 'too-old' : 'not-reported');
}
